import { reasonNotToRemind, type Situation, type SuppressionReason } from '../reminder';
import type { IsoDate } from '../shared/words';

/**
 * Why sales need not write about this expiry: for all that stops a reminder, and while recurring billing is not on (L).
 */
export function reasonNotToWrite(expiresOn: IsoDate, situation: Situation): SuppressionReason | undefined {
  return reasonNotToRemind(expiresOn, situation) ?? (situation.agreement.status === 'on' ? undefined : 'cancelled');
}
