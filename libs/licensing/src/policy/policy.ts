import type { Channel, Period, Zone } from '../shared/words';

/** What differs between vendors. Read from `config/policies/<id>.yaml`; validated at start. */
export interface Policy {
  /** The file's name; orders keep it. */
  readonly id: string;
  readonly vendor: Vendor;
  /** A license is upcoming when it expires within so many days. */
  readonly upcomingDays: number;
  readonly reminders: ReminderPolicy;
  /** `none`: an imported flag is recorded and changes nothing. */
  readonly recurringBilling: RecurringBillingPolicy | 'none';
  readonly channels: Readonly<Partial<Record<Channel, ChannelPolicy>>>;
  /** Channel of imported orders that did not come through a reseller. */
  readonly importChannel: Channel;
  readonly trial: TrialPolicy;
  readonly quota: QuotaPolicy;
  /** Days a renewal quote stays open. */
  readonly quoteValidDays: number;
  /** Days an invitation to an organization stays open. */
  readonly invitationValidDays: number;
}

export interface Vendor {
  readonly name: string;
  /** Zone of terms whose organization has none. */
  readonly zone: Zone;
  readonly salesEmail: string;
  readonly supportEmail: string;
  /** Sender of mails, an address. */
  readonly mailFrom: string;
}

export interface ReminderPolicy {
  /** Days before `expiresOn`, descending. */
  readonly offsets: readonly number[];
  /** Hour of the day in the term's zone, 0 to 23. */
  readonly hour: number;
  /** Who is reminded: every order contact (R), or the billing contact, for a reseller's order the reseller (L). */
  readonly audience: 'order-contacts' | 'billing-contact';
  /** Only while recurring billing is on (L). */
  readonly onlyWithRecurringBilling: boolean;
}

export interface RecurringBillingPolicy {
  /** The renewal opens by itself so many days before `expiresOn`, or at once when that day is past. */
  readonly opensDaysBefore: number;
  /** Cancelling or changing is allowed while more than so many days are left (L). */
  readonly cutOffDays: number;
}

export interface ChannelPolicy {
  /** The customer may renew and ask for quotes in the portal (R); else only sales opens a renewal (L). */
  readonly portalRenewal: boolean;
  /** An invoice needs a purchase order or a signed document first (L). */
  readonly commitmentRequired: boolean;
}

export interface TrialPolicy {
  readonly period: Period;
  readonly extensionDays: number;
  readonly maxExtensions: number;
}

export interface QuotaPolicy {
  /** Customers add quota by themselves (F), or only sales does (P). */
  readonly channel: 'self-service' | 'sales';
  /** The added quota's license ends with its parent, or has a term of its own. */
  readonly term: 'parent' | 'own';
}
