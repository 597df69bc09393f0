import type { Channel } from '../shared/words';
import type { OffsetOverrides } from './offset-overrides';
import type { Policy } from './policy';

/** One version of a policy: its id, and the SHA-256 of its canonical JSON, hex. */
export interface PolicyVersion {
  readonly policy: string;
  readonly policyHash: string;
}

/** What an event that sets a term says of its sale, so that the term's deadlines are computed from the event alone. */
export interface SoldUnder extends PolicyVersion {
  readonly channel: Channel;
  /** Of the policy's reminder offsets; none where nobody ever set others. */
  readonly overrides?: OffsetOverrides;
}

/** That much of what was sold. */
export function soldUnder({ policy, policyHash, channel, overrides }: SoldUnder): SoldUnder {
  return { policy, policyHash, channel, ...(overrides && { overrides }) };
}

/** Finds the very version, also of a file that has changed or gone since. Throws `UnknownPolicyVersion`. */
export type PolicyOf = (version: PolicyVersion) => Policy;

/** A stream names a version of a policy that neither a file nor the log holds: something else wrote to the log. */
export class UnknownPolicyVersion extends Error {
  override readonly name = 'UnknownPolicyVersion';

  constructor({ policy, policyHash }: PolicyVersion) {
    super(
      `The version ${policyHash.slice(0, 12)} of the policy ${policy} is on no record. Put the file back that it came from, and start again.`,
    );
  }
}
