import type { BillingAgreement } from '../billing';
import type { License } from '../license';
import { channelPolicy } from '../policy';
import { isTermOver, type Renewable } from '../renewable';
import type { Renewal } from '../renewal';
import type { OfOrder } from '../shared/decision';
import type { IsoDate } from '../shared/words';
import type { SuppressionReason } from './events';

/** What was looked up about the expiry that is reminded of, from the streams and never from a view. */
export interface Situation extends OfOrder {
  readonly license: License;
  /** The license's term, or the term of its maintenance that ends on that day, else its last one. */
  readonly renewable?: Renewable;
  readonly agreement: Pick<BillingAgreement, 'status'>;
  /** Of the renewal that holds the term, if one does. */
  readonly renewalStage?: Renewal['stage'];
}

const approvedStages: readonly Renewal['stage'][] = ['approved', 'invoiced', 'completed'];

/** Why nobody is to be reminded of this expiry any more; a renewal that is only requested or quoted stops nothing. */
export function reasonNotToRemind(
  expiresOn: IsoDate,
  { now, policy, channel, license, renewable, agreement, renewalStage = 'unrequested' }: Situation,
): SuppressionReason | undefined {
  if (license.status === 'terminated') return 'terminated';
  if (renewable?.term.expiresOn !== expiresOn) return 'expiry-moved';
  if (renewable.next) return 'renewed';
  if (approvedStages.includes(renewalStage)) return 'approved';
  if (isTermOver(renewable.term, now)) return 'expired';
  if (channelPolicy(policy, channel).reminders.onlyWithRecurringBilling && agreement.status !== 'on')
    return 'cancelled';
  return undefined;
}
