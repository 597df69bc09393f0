import type { RenewalReleased } from './events';
import type { License } from './state';

export type ReleaseRenewal = RenewalReleased['data'];

/** Frees the license's term, if it is this renewal that holds it. */
export function releaseRenewal(license: License, command: ReleaseRenewal): RenewalReleased[] {
  const holdsIt = 'claim' in license && license.claim?.renewalId === command.renewalId;
  return holdsIt ? [{ type: 'RenewalReleased', data: command }] : [];
}
