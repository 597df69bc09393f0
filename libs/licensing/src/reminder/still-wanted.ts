import type { BillingAgreement } from '../billing';
import { isOver, type License } from '../license';
import type { Renewal } from '../renewal';
import type { Decision } from '../shared/decision';
import type { IsoDate } from '../shared/words';
import type { SuppressionReason } from './events';

/** What was looked up about the license whose expiry is reminded of, from its streams and never from a view. */
export interface Situation extends Decision {
  readonly license: License;
  readonly agreement: BillingAgreement;
  /** Of the renewal that holds the license, if one does. */
  readonly renewalStage?: Renewal['stage'];
}

const approvedStages: readonly Renewal['stage'][] = ['approved', 'invoiced', 'completed'];

/** Why nobody is to be reminded of this expiry any more; a renewal that is only requested or quoted stops nothing. */
export function reasonNotToRemind(
  expiresOn: IsoDate,
  { now, policy, license, agreement, renewalStage = 'unrequested' }: Situation,
): SuppressionReason | undefined {
  if (license.status === 'terminated') return 'terminated';
  if ('term' in license && license.term?.expiresOn !== expiresOn) return 'expiry-moved';
  if ('successor' in license && license.successor) return 'renewed';
  if (approvedStages.includes(renewalStage)) return 'approved';
  if (isOver(license, now)) return 'expired';
  if (policy.reminders.onlyWithRecurringBilling && agreement.status !== 'on') return 'cancelled';
  return undefined;
}
