import type { ContactId, IsoDate, Subject, Zone } from '@renewals/licensing';

/** One reminder to one person, or to everybody. */
export interface AskedReminder {
  readonly subject: Subject;
  readonly expiresOn: IsoDate;
  /** Days before `expiresOn`. */
  readonly offset: number;
  /** Left out: everybody's. */
  readonly contactId?: ContactId;
}

export const verdicts = ['sent', 'not-sent', 'failed', 'waiting', 'to-come', 'none'] as const;

/**
 * `sent`: a server took it. `not-sent`: it was decided against. `failed`: tried, and not taken. `waiting`: it is due, and
 * on its way or held. `to-come`: its day is ahead. `none`: there is, or was, no such reminder.
 */
export type Verdict = (typeof verdicts)[number];

/** Why a reminder came, did not come, or will come and when. */
export interface Explanation {
  readonly verdict: Verdict;
  /** What becomes of it if nothing changes, while nothing has yet. */
  readonly expected?: 'sent' | 'not-sent';
  readonly sentence: string;
  readonly about: About;
  /** What the sentence follows from, in that order. */
  readonly facts: readonly Fact[];
}

/** An explanation, but for what it is about. */
export type Answer = Omit<Explanation, 'about'>;

export interface About extends Omit<AskedReminder, 'expiresOn'> {
  /** None where nothing of the license expires. */
  readonly expiresOn?: IsoDate;
  /** Where there is such a reminder. */
  /** `at` is RFC 3339, UTC. */
  readonly due?: { readonly on: IsoDate; readonly at: string; readonly zone: Zone };
}

/** A sentence, and what shows that it is true: an event, a field of a policy, a rule, or a row that waits. */
export interface Fact {
  readonly says: string;
  readonly event?: EventReference;
  readonly policy?: PolicyField;
  /** Under this word in docs/reminders-and-mail.md. */
  readonly rule?: string;
  /** In the outbox, or among the deadlines. */
  readonly row?: string;
}

/** Where an event stands. Instants are RFC 3339, UTC. */
export interface EventReference {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

export interface PolicyField {
  readonly policy: string;
  readonly policyHash: string;
  /** `channels.store.reminders.offsets` */
  readonly field: string;
}
