import type { NoticeProof } from '../billing';
import type { RenewalPolicy } from '../policy';
import type { DomainEvent } from '../shared/event';
import type { RefusalCode } from '../shared/refusal';
import type { Actor, ContactId, InvoiceId, IsoDate, LicenseId, Money, RenewalId, Subject, Zone } from '../shared/words';
import type { SettlementEvent } from './settlement/events';

export type RenewalSource = 'single' | 'batch' | 'quote' | 'sales' | 'automatic' | 'provider-form';

export interface RenewalLine {
  readonly subject: Subject;
  /** The expiry that this line renews, a day in `zone`. */
  readonly currentExpiresOn: IsoDate;
  readonly zone: Zone;
  readonly quota: number;
  /** Price of the whole line for one period. */
  readonly amount: Money;
}

/** Lists the lines whose claim was won. All are of one organization and one policy. */
export type RenewalRequested = DomainEvent<
  'RenewalRequested',
  {
    readonly renewalId: RenewalId;
    readonly source: RenewalSource;
    readonly requestedBy: Actor;
    readonly lines: readonly RenewalLine[];
    /** Lines that were asked for and refused, and why. */
    readonly refused: readonly { readonly subject: Subject; readonly code: RefusalCode }[];
    readonly policy: string;
    /** A term was over when it was asked for: support chooses where the new one starts. */
    readonly late: boolean;
    /** An invoice of this renewal needs a purchase order or a signed document first. */
    readonly commitmentRequired: boolean;
    readonly startsUpon: RenewalPolicy['startsUpon'];
    /** Days after an expiry in which the renewal is not late, and its term still follows on. */
    readonly graceDays: number;
    /** Days that its quotes stay open. */
    readonly quoteValidDays: number;
    /** Of one that opened by itself where the policy asks for a proof: the mail that told of it in time. */
    readonly notice?: NoticeProof;
  }
>;

export type RenewalQuoted = DomainEvent<
  'RenewalQuoted',
  { readonly quoteId: string; readonly total: Money; readonly validUntil: IsoDate; readonly proforma: boolean }
>;

/** A line is renewed with another quota than it had (L). What was quoted before is void. */
export type RenewalChanged = DomainEvent<
  'RenewalChanged',
  {
    readonly subject: Subject;
    readonly quota: number;
    /** Of the line. */
    readonly amount: Money;
    /** Of the whole renewal, from now on. */
    readonly total: Money;
    readonly by: Actor;
  }
>;

export type QuoteAccepted = DomainEvent<'QuoteAccepted', { readonly quoteId: string; readonly acceptedBy: Actor }>;

export type RenewalApproved = DomainEvent<
  'RenewalApproved',
  {
    readonly approvedBy: Actor;
    readonly lines: readonly { readonly subject: Subject; readonly earliestStart: IsoDate }[];
  }
>;

export type CommitmentReceived = DomainEvent<
  'CommitmentReceived',
  {
    readonly kind: 'purchase-order' | 'signed-document';
    readonly reference: string;
    /** Lines that it is for; all of them when left out. */
    readonly subjects?: readonly Subject[];
    /** The reference that this one corrects. */
    readonly replaces?: string;
    readonly recordedBy: Actor;
  }
>;

export type InvoiceGenerated = DomainEvent<
  'InvoiceGenerated',
  {
    readonly invoiceId: InvoiceId;
    readonly poNumber?: string;
    readonly total: Money;
    readonly issuedOn: IsoDate;
  }
>;

/** The new contract of one line runs from `startsOn`. Maintenance is renewed in place and has no successor. */
export type ContractStarted = DomainEvent<
  'ContractStarted',
  { readonly subject: Subject; readonly successorId?: LicenseId; readonly startsOn: IsoDate }
>;

export type RenewalLineCompleted = DomainEvent<
  'RenewalLineCompleted',
  {
    readonly subject: Subject;
    readonly successorId?: LicenseId;
    readonly startsOn: IsoDate;
    readonly newExpiresOn: IsoDate;
  }
>;

export type RenewalLineFailed = DomainEvent<
  'RenewalLineFailed',
  { readonly subject: Subject; readonly code: RefusalCode; readonly message: string }
>;

export type RenewalCompleted = DomainEvent<'RenewalCompleted', { readonly outcome: 'success' | 'partial-failure' }>;

/** Support's choice for a term that has already expired: the new one runs on from the old expiry, or from now. */
export type LateRenewalAuthorized = DomainEvent<
  'LateRenewalAuthorized',
  { readonly basis: 'from-expiry' | 'from-now'; readonly by: Actor }
>;

export type WithdrawalReason = 'expired' | 'abandoned' | 'by-customer' | 'by-sales' | 'cancelled' | 'terminated';

export type RenewalWithdrawn = DomainEvent<
  'RenewalWithdrawn',
  { readonly reason: WithdrawalReason; readonly by: Actor }
>;

/** The billing contact was told that the renewal is done (L). */
export type ConfirmationSent = DomainEvent<
  'ConfirmationSent',
  {
    readonly contactId: ContactId;
    readonly messageId: string;
    readonly receipt: boolean;
    /** How to get the new key, where one was generated. */
    readonly keyInstructions: boolean;
  }
>;

/** Who of sales looks after the renewal. */
export type OwnerAssigned = DomainEvent<'OwnerAssigned', { readonly owner: string; readonly by: Actor }>;

export type NoteAdded = DomainEvent<'NoteAdded', { readonly text: string; readonly by: Actor }>;

export type RenewalEvent =
  | RenewalRequested
  | RenewalQuoted
  | RenewalChanged
  | QuoteAccepted
  | RenewalApproved
  | CommitmentReceived
  | InvoiceGenerated
  | ContractStarted
  | RenewalLineCompleted
  | RenewalLineFailed
  | RenewalCompleted
  | LateRenewalAuthorized
  | SettlementEvent
  | ConfirmationSent
  | OwnerAssigned
  | NoteAdded
  | RenewalWithdrawn;
