import { channelPolicy } from '../policy';
import type { OfOrder } from '../shared/decision';
import type { IsoDate } from '../shared/words';
import { addDays, type Term } from '../term';

/**
 * The last day, in the zone of the term, on which its recurring billing is cancelled or its renewal changed: more than
 * the policy's days ahead of the expiry (L). None where the policy has no recurring billing.
 */
export function lastDayToChange(
  { policy, channel }: Pick<OfOrder, 'policy' | 'channel'>,
  { expiresOn }: Pick<Term, 'expiresOn'>,
): IsoDate | undefined {
  const { recurringBilling } = channelPolicy(policy, channel);
  return recurringBilling === 'none' ? undefined : addDays(expiresOn, -recurringBilling.cutOffDays - 1);
}
