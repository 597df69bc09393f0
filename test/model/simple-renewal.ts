/** What is done to the renewal of one license, by whoever may do it. */
export const moves = [
  'quote',
  'accept',
  'approve',
  'commit',
  'authorize',
  'invoice',
  'settle',
  'withdraw',
  'expire',
  'end license',
] as const;

export type Move = (typeof moves)[number];

export interface Circumstances {
  /** Of the term that is renewed. Days are counted from any first one. */
  readonly lastDay: number;
  readonly requestedOn: number;
  readonly needsCommitment: boolean;
  readonly quoteDays: number;
}

/**
 * The life of a renewal once more, from the words of the domain alone and as plainly as can be: whole days, one object
 * and ifs. It shares nothing with the engine but the sentences that both were written from.
 */
export class SimpleRenewal {
  stage: 'requested' | 'quoted' | 'approved' | 'invoiced' | 'completed' | 'withdrawn' = 'requested';
  outcome: 'success' | 'partial-failure' | undefined;
  private quotedUntil: number | undefined;
  private committed = false;
  private authorized = false;
  private licenseEndedOn: number | undefined;

  constructor(private readonly of: Circumstances) {}

  /** Whether it may be done on that day; if so, it is. */
  may(move: Move, today: number): boolean {
    const isOver = today > this.of.lastDay;
    const hasEnded = this.stage === 'completed' || this.stage === 'withdrawn';
    const isAgreed = this.stage === 'approved' || this.stage === 'invoiced';

    if (move === 'end license') {
      if (this.licenseEndedOn !== undefined) return this.licenseEndedOn === today;
      if (isOver) return false;
      this.licenseEndedOn = today;
      return true;
    }
    if (move === 'expire') {
      const wasLateFromTheStart = this.of.requestedOn > this.of.lastDay;
      if (isOver && !wasLateFromTheStart && !hasEnded && !isAgreed) this.stage = 'withdrawn';
      return true;
    }
    if (move === 'withdraw') {
      if (this.stage === 'invoiced' || this.stage === 'completed') return false;
      this.stage = 'withdrawn';
      return true;
    }
    if (move === 'settle') {
      if (this.stage !== 'invoiced') return true;
      this.stage = 'completed';
      this.outcome = this.licenseEndedOn === undefined ? 'success' : 'partial-failure';
      return true;
    }
    if (hasEnded) return false;
    if (move === 'commit') {
      this.committed = true;
      return true;
    }
    if (move === 'quote') {
      if (isAgreed) return false;
      this.stage = 'quoted';
      this.quotedUntil = today + this.of.quoteDays;
      return true;
    }
    if (move === 'authorize') {
      if (!isOver || this.stage === 'invoiced') return false;
      this.authorized = true;
      return true;
    }
    if (move === 'invoice') {
      if (this.stage !== 'approved' || (this.of.needsCommitment && !this.committed)) return false;
      this.stage = 'invoiced';
      return true;
    }
    if (isAgreed) return true;
    if (isOver && !this.authorized) return false;
    if (move === 'accept' && (this.quotedUntil === undefined || today > this.quotedUntil)) return false;
    this.stage = 'approved';
    return true;
  }
}
