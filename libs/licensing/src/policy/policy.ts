import type { Channel, Period, Zone } from '../shared/words';

/** What differs between vendors. Read from `config/policies/<id>.yaml`; validated at start. */
export interface Policy {
  /** The file's name; orders keep it. */
  readonly id: string;
  readonly vendor: Vendor;
  /** A license is upcoming when it expires within so many days. Of a page, not of an order: the newest version decides. */
  readonly upcomingDays: number;
  /** Through what the vendor sells, and what holds for what was bought there. Ask `channelPolicy`. */
  readonly channels: Readonly<Partial<Record<Channel, ChannelPolicy>>>;
  /** Channel of imported orders that did not come through a reseller. */
  readonly importChannel: Channel;
  readonly trial: TrialPolicy;
  /** Days an invitation to an organization stays open. */
  readonly invitationValidDays: number;
  /** Hours in which a mailed link lets somebody set a password. */
  readonly passwordLinkValidHours: number;
}

export interface Vendor {
  readonly name: string;
  /** Zone of terms whose organization has none. */
  readonly zone: Zone;
  readonly salesEmail: string;
  readonly supportEmail: string;
  /** Sender of mails, an address. */
  readonly mailFrom: string;
  /** Where mail that could not be delivered comes back to, an address. Default: `mailFrom`. */
  readonly bouncesTo?: string;
  /** BCP 47, of mail to people who chose no language and whose company chose none. */
  readonly locale: string;
}

export interface TrialPolicy {
  readonly period: Period;
  /** Units that a trial may use. */
  readonly quota: number;
  /** Each extension adds so many days to the current end (F). */
  readonly extensionDays: number;
  /** Most trials are extended up to two times (F). */
  readonly maxExtensions: number;
  /** An extension may be asked for from so many days before the current end, that day included. */
  readonly extendableDaysBefore: number;
  /** Its people are told so many days before its end, at the hour of reminders. `none`: nobody is told. */
  readonly endNoticeDays: number | 'none';
}

/** Complete for each channel: the file's `terms` with the channel's own laid over them. */
export interface ChannelPolicy {
  readonly reminders: ReminderPolicy;
  /** `none`: nobody of sales is asked to write. */
  readonly salesTask: SalesTaskPolicy | 'none';
  /** `none`: an imported flag is recorded and changes nothing. */
  readonly recurringBilling: RecurringBillingPolicy | 'none';
  readonly renewal: RenewalPolicy;
  readonly quota: QuotaPolicy;
}

export interface ReminderPolicy {
  /** Days before `expiresOn`, descending. Empty: no mail goes out by itself. */
  readonly offsets: readonly number[];
  /** Hour of the day in the term's zone, 0 to 23. */
  readonly hour: number;
  /** Who is reminded: every order contact (R), or the billing contact, for a reseller's order the reseller (L). */
  readonly audience: 'order-contacts' | 'billing-contact';
  /** Only while recurring billing is on (L). */
  readonly onlyWithRecurringBilling: boolean;
  /** What is due for one person at one local day and hour goes out as one mail, a line for each. */
  readonly digest: boolean;
}

/** Somebody of sales writes to the billing contact between two days before `expiresOn` (L). */
export interface SalesTaskPolicy {
  readonly opensDaysBefore: number;
  /** Not more than `opensDaysBefore`. */
  readonly dueDaysBefore: number;
}

export interface RecurringBillingPolicy {
  /** The renewal opens by itself so many days before `expiresOn`, or at once when that day is past. */
  readonly opensDaysBefore: number;
  /** Cancelling or changing is allowed while more than so many days are left (L). */
  readonly cutOffDays: number;
  /** `none`: the renewal opens whether or not anybody was told of it. */
  readonly noticeProof: NoticeProofPolicy | 'none';
}

/**
 * The renewal opens by itself only once a reminder went out between two days before `expiresOn`, as laws for consumers
 * ask. Ignored where the earlier of them lies before the term.
 */
export interface NoticeProofPolicy {
  /** More than `latestDays`. */
  readonly earliestDays: number;
  readonly latestDays: number;
}

/** The customer in the portal (R), the vendor's sales, or the payment provider's own form (L). */
export type RenewalOpener = 'portal' | 'sales' | 'provider-form';

export interface RenewalPolicy {
  /** Who may open a renewal. Recurring billing opens its own. */
  readonly openedBy: readonly RenewalOpener[];
  /** An invoice needs a purchase order or a signed document first (L). */
  readonly commitmentRequired: boolean;
  /** `invoice`: the contract waits until somebody has invoiced it (L). `approval`: approving invoices it by itself. */
  readonly startsUpon: 'invoice' | 'approval';
  /**
   * For so many days after `expiresOn` the customer may still renew, and the new term follows on from the old one. The
   * license itself is not valid in them.
   */
  readonly graceDays: number;
  /** Days a renewal quote stays open. */
  readonly quoteValidDays: number;
}

export interface QuotaPolicy {
  /** Customers add quota by themselves (F), or only sales does (P). */
  readonly channel: 'self-service' | 'sales';
  /** The added quota's license ends with its parent, or has a term of its own. */
  readonly term: 'parent' | 'own';
  /** Shares of the quota, in percent and ascending, at which its use is told. */
  readonly thresholds: readonly number[];
}
