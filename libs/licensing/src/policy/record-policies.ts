import type { PolicyRecorded } from './events';
import type { Policy } from './policy';
import type { PolicyBook } from './policy-book';

export interface RecordPolicies {
  readonly configured: readonly { readonly policy: Policy; readonly hash: string }[];
}

/** Records the versions that are new to the book. */
export function recordPolicies({ versions }: PolicyBook, { configured }: RecordPolicies): PolicyRecorded[] {
  return configured
    .filter(({ hash }) => !versions.has(hash))
    .map(({ policy, hash }) => ({
      type: 'PolicyRecorded',
      data: { policy: policy.id, policyHash: hash, document: policy },
    }));
}
