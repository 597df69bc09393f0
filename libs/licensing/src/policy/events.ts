import type { DomainEvent } from '../shared/event';
import type { Channel } from '../shared/words';
import type { Term } from '../term';
import type { Policy } from './policy';
import type { PolicyVersion } from './policy-version';

/** The engine was started with this version: whatever becomes of the file, orders that keep it find it here. */
export type PolicyRecorded = DomainEvent<'PolicyRecorded', PolicyVersion & { readonly document: Policy }>;

export type PolicyBookEvent = PolicyRecorded;

/** The order of a license or a maintenance was moved to another version of its policy. */
export type PolicyMoved = DomainEvent<
  'PolicyMoved',
  PolicyVersion & {
    readonly channel: Channel;
    /** The term whose days are computed anew; none where the clock has nothing left to do. */
    readonly term?: Pick<Term, 'startsOn' | 'expiresOn' | 'zone'>;
  }
>;
