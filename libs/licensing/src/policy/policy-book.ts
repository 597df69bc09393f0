import type { StreamDefinition } from '../shared/stream';
import { UnknownEvent } from '../shared/unreadable-history';
import type { PolicyBookEvent } from './events';
import type { Policy } from './policy';

/** Every version that an engine was ever started with. */
export interface PolicyBook {
  /** By hash, in the order in which they were recorded. */
  readonly versions: ReadonlyMap<string, Policy>;
}

function evolve({ versions }: PolicyBook, event: PolicyBookEvent): PolicyBook {
  switch (event.type) {
    case 'PolicyRecorded':
      return { versions: new Map(versions).set(event.data.policyHash, event.data.document) };
    default:
      throw new UnknownEvent('policyBook', event.type);
  }
}

export const policyBookStream: StreamDefinition<PolicyBook, PolicyBookEvent> = {
  category: 'policyBook',
  initial: { versions: new Map() },
  evolve,
};
