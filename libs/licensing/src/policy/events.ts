import type { DomainEvent } from '../shared/event';
import type { Actor } from '../shared/words';
import type { Term } from '../term';
import type { Offsets } from './offset-overrides';
import type { Policy } from './policy';
import type { PolicyVersion, SoldUnder } from './policy-version';

/** The engine was started with this version: whatever becomes of the file, orders that keep it find it here. */
export type PolicyRecorded = DomainEvent<'PolicyRecorded', PolicyVersion & { readonly document: Policy }>;

export type PolicyBookEvent = PolicyRecorded;

/** The order of a license or a maintenance was moved to another version of its policy. */
export type PolicyMoved = DomainEvent<
  'PolicyMoved',
  SoldUnder & {
    /** The term whose days are computed anew; none where the clock has nothing left to do. */
    readonly term?: Pick<Term, 'startsOn' | 'expiresOn' | 'zone'>;
  }
>;

/** In the stream of a license, or of a company for all its licenses. */
export type ReminderOffsetsOverridden = DomainEvent<
  'ReminderOffsetsOverridden',
  {
    /** Instead of those that held; taken back where there are none. */
    readonly offsets?: Offsets;
    readonly reason: string;
    readonly by: Actor;
  }
>;

/** Other offsets hold for a license or a maintenance from now on: its own, its company's, or the policy's again. */
export type ReminderOffsetsChanged = DomainEvent<
  'ReminderOffsetsChanged',
  Required<SoldUnder> & {
    /** The term whose days are computed anew; none where the clock has nothing left to do. */
    readonly term?: Pick<Term, 'startsOn' | 'expiresOn' | 'zone'>;
  }
>;
