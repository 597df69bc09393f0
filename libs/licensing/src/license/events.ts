import type { DomainEvent } from '../shared/event';
import type {
  Delivery,
  Hosting,
  IsoDate,
  LicenseId,
  LicenseKind,
  Money,
  OrderId,
  OrganizationId,
  Period,
  RenewalId,
  Actor,
  Zone,
} from '../shared/words';

export type LicenseIssued = DomainEvent<
  'LicenseIssued',
  {
    readonly licenseId: LicenseId;
    readonly orderId: OrderId;
    readonly organizationId: OrganizationId;
    readonly policy: string;
    readonly policyHash: string;
    readonly product: string;
    readonly kind: LicenseKind;
    readonly delivery: Delivery;
    readonly hosting: Hosting;
    readonly period: Period;
    readonly quota: number;
    readonly unitPrice: Money;
    readonly origin: 'purchase' | 'renewal' | 'add-quota' | 'trial' | 'import';
    readonly predecessorId?: LicenseId;
    /** What the former system calls this license; its successors inherit it. */
    readonly externalId?: string;
  }
>;

/** The license is usable from `startsOn`. A perpetual license has no `expiresOn`. */
export type LicenseActivated = DomainEvent<
  'LicenseActivated',
  {
    readonly mode: 'manual' | 'from-predecessor' | 'trial' | 'import';
    readonly kind: LicenseKind;
    readonly policy: string;
    readonly hosting: Hosting;
    readonly period: Period;
    readonly n: number;
    readonly anchor: IsoDate;
    readonly startsOn: IsoDate;
    readonly expiresOn?: IsoDate;
    readonly zone: Zone;
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

export type QuotaAdded = DomainEvent<
  'QuotaAdded',
  { readonly newLicenseId: LicenseId; readonly quantity: number; readonly handshakeCode?: string }
>;

export type TrialExtended = DomainEvent<
  'TrialExtended',
  {
    readonly extensionNo: number;
    readonly days: number;
    readonly previousExpiresOn: IsoDate;
    readonly newExpiresOn: IsoDate;
    readonly zone: Zone;
    readonly requestedBy: Actor;
  }
>;

/** The claim of a renewal on this license's term: at most one at a time. */
export type RenewalOpened = DomainEvent<
  'RenewalOpened',
  { readonly renewalId: RenewalId; readonly expiresOn: IsoDate }
>;

export type RenewalReleased = DomainEvent<
  'RenewalReleased',
  { readonly renewalId: RenewalId; readonly reason: string }
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

export type LicenseEvent =
  | LicenseIssued
  | LicenseActivated
  | LicenseKeyGenerated
  | QuotaAdded
  | TrialExtended
  | RenewalOpened
  | RenewalReleased
  | LicenseRenewed
  | LicenseExpired
  | LicenseTerminated;
