import type { RenewalReleased } from './events';
import type { Renewable } from './renewable';

export type ReleaseRenewal = RenewalReleased['data'];

/** A license or a maintenance, whatever its status. */
interface Claimable extends Pick<Renewable, 'claim'> {
  readonly status: string;
}

/** Frees the term, if it is this renewal that holds it. */
export function releaseRenewal({ claim }: Claimable, command: ReleaseRenewal): RenewalReleased[] {
  return claim?.renewalId === command.renewalId ? [{ type: 'RenewalReleased', data: command }] : [];
}
