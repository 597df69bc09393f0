import type { DomainEvent } from '../../shared/event';

/** So many units were used up at a moment. Late reports and reports out of order are as good as any. */
export type UsageRecorded = DomainEvent<
  'UsageRecorded',
  {
    /** Given by whoever counts; the same report is counted once. */
    readonly reportId: string;
    readonly quantity: number;
    /** RFC 3339, UTC. */
    readonly usedAt: string;
  }
>;

interface Reading {
  /** Units used so far. */
  readonly used: number;
  /** Units that there are, added ones included. */
  readonly available: number;
}

/** Crossed for the first time: each threshold once in a license's life. */
export type QuotaThresholdCrossed = DomainEvent<'QuotaThresholdCrossed', Reading & { readonly percent: number }>;

/** Nothing is left. It can be said again once quota was added and used up as well. */
export type QuotaExhausted = DomainEvent<'QuotaExhausted', Reading>;

export type UsageEvent = UsageRecorded | QuotaThresholdCrossed | QuotaExhausted;
