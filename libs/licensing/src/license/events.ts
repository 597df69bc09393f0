import type { RenewalOpened, RenewalReleased } from '../renewable';
import type { PolicyMoved, ReminderOffsetsChanged, ReminderOffsetsOverridden, SoldUnder } from '../policy';
import type { DomainEvent } from '../shared/event';
import type {
  Delivery,
  Hosting,
  IsoDate,
  LicenseId,
  LicenseKind,
  Money,
  PaymentMethod,
  OrderId,
  OrganizationId,
  Period,
  RenewalId,
  Actor,
  SoldMaintenance,
  Zone,
} from '../shared/words';
import type { Term } from '../term';
import type { HandshakeEvent } from './handshake/events';
import type { TrialEvent } from './trial/events';
import type { UsageEvent } from './usage/events';

export type LicenseIssued = DomainEvent<
  'LicenseIssued',
  SoldUnder & {
    readonly licenseId: LicenseId;
    readonly orderId: OrderId;
    readonly organizationId: OrganizationId;
    readonly product: string;
    readonly kind: LicenseKind;
    readonly delivery: Delivery;
    readonly hosting: Hosting;
    readonly period: Period;
    readonly quota: number;
    readonly unitPrice: Money;
    /** Of a perpetual license; none when it was sold without. */
    readonly maintenance?: SoldMaintenance;
    readonly origin: 'purchase' | 'renewal' | 'add-quota' | 'trial' | 'import';
    /** The license that it renews or adds quota to, or the trial that it was bought for. */
    readonly predecessorId?: LicenseId;
    /** What the former system calls this license; its successors inherit it. */
    readonly externalId?: string;
  }
>;

/** A term as it is granted. That of a perpetual license has no `expiresOn`. */
export type GrantedTerm = Omit<Term, 'expiresOn'> & { readonly expiresOn?: IsoDate };

/** The license is usable from `startsOn`. A perpetual license has no `expiresOn`. */
export type LicenseActivated = DomainEvent<
  'LicenseActivated',
  SoldUnder & {
    readonly mode: 'manual' | 'from-predecessor' | 'trial' | 'import';
    readonly kind: LicenseKind;
    readonly hosting: Hosting;
    readonly period: Period;
    readonly n: number;
    readonly anchor: IsoDate;
    readonly startsOn: IsoDate;
    readonly expiresOn?: IsoDate;
    readonly zone: Zone;
    /** The trial that this license was bought for. */
    readonly convertsTrial?: LicenseId;
  }
>;

export type LicenseKeyGenerated = DomainEvent<
  'LicenseKeyGenerated',
  {
    readonly renewalId?: RenewalId;
    /** SHA-256 of the key, hex. The key itself stands in no event. */
    readonly fingerprint: string;
  }
>;

/**
 * Quota was bought beside a license that runs (P). A license of its own carries it, which is made from this one by
 * itself.
 */
export type QuotaAdded = DomainEvent<
  'QuotaAdded',
  {
    readonly newLicenseId: LicenseId;
    readonly quantity: number;
    readonly term: GrantedTerm;
    /** What it costs: by the days that it runs, where it ends with this license. */
    readonly amount: Money;
    readonly paymentMethod?: PaymentMethod;
    /** The same as this license's; none where it is not trackable. */
    readonly handshakeCode?: string;
  }
>;

/** The successor's term is recorded; it may lie in the future, validity follows the clock. */
export type LicenseRenewed = DomainEvent<
  'LicenseRenewed',
  {
    readonly renewalId: RenewalId;
    readonly successorId: LicenseId;
    readonly startsOn: IsoDate;
    readonly newExpiresOn: IsoDate;
    readonly zone: Zone;
  }
>;

export type LicenseExpired = DomainEvent<'LicenseExpired', { readonly expiresOn: IsoDate }>;

/** `on` is the last usable day. */
export type LicenseTerminated = DomainEvent<
  'LicenseTerminated',
  { readonly on: IsoDate; readonly by: Actor; readonly reason: string }
>;

/** Support opened an expired license again, from `startsOn` to a day of their choice (R). */
export type LicenseReactivated = DomainEvent<
  'LicenseReactivated',
  SoldUnder & {
    readonly previousExpiresOn: IsoDate;
    readonly startsOn: IsoDate;
    readonly newExpiresOn: IsoDate;
    readonly zone: Zone;
    readonly by: Actor;
    readonly reason: string;
  }
>;

/** The term ends on another day, which is its anchor from then on (R). */
export type TermAligned = DomainEvent<
  'TermAligned',
  SoldUnder & {
    readonly alignmentId: string;
    readonly startsOn: IsoDate;
    readonly previousExpiresOn: IsoDate;
    readonly newExpiresOn: IsoDate;
    readonly zone: Zone;
  }
>;

export type LicenseEvent =
  | LicenseIssued
  | LicenseActivated
  | PolicyMoved
  | ReminderOffsetsOverridden
  | ReminderOffsetsChanged
  | LicenseKeyGenerated
  | HandshakeEvent
  | QuotaAdded
  | UsageEvent
  | TrialEvent
  | RenewalOpened
  | RenewalReleased
  | LicenseRenewed
  | TermAligned
  | LicenseExpired
  | LicenseReactivated
  | LicenseTerminated;
