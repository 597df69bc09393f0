import type { DomainEvent } from '../../shared/event';
import type { Actor, IsoDate, Money, PaymentMethod, Subject } from '../../shared/words';

/** Money that came in for the renewal's invoice. */
export type RenewalPaymentRecorded = DomainEvent<
  'RenewalPaymentRecorded',
  {
    /** What the bank or the payment provider calls it. */
    readonly paymentId: string;
    readonly amount: Money;
    readonly method: PaymentMethod;
    readonly paidOn: IsoDate;
    readonly by: Actor;
  }
>;

/** A payment that bounced, the whole of it. */
export type RenewalPaymentReversed = DomainEvent<
  'RenewalPaymentReversed',
  {
    readonly paymentId: string;
    readonly amount: Money;
    readonly reason: string;
    /** A contract of the renewal had started: it runs on, and sales decides what becomes of it. */
    readonly contractRuns: boolean;
    readonly by: Actor;
  }
>;

/** A credit note to the renewal's invoice. */
export type CreditIssued = DomainEvent<
  'CreditIssued',
  {
    readonly creditId: string;
    readonly lines: readonly CreditedLine[];
    readonly reason: string;
    readonly by: Actor;
  }
>;

export interface CreditedLine {
  readonly subject: Subject;
  readonly amount: Money;
  /** The part of the contract that the amount is for, where it was counted by days. */
  readonly unused?: UnusedDays;
}

export interface UnusedDays {
  /** The first day that is given back. */
  readonly from: IsoDate;
  readonly days: number;
  /** Of the whole contract. */
  readonly ofDays: number;
}

export type SettlementEvent = RenewalPaymentRecorded | RenewalPaymentReversed | CreditIssued;
