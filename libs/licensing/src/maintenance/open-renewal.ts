import { type OpenRenewal, openingRules, type RenewalOpened, renewalOpened } from '../renewable';
import type { OfOrder } from '../shared/decision';
import { enforce } from '../shared/rule';
import { canGoOn } from './rules';
import { type Maintenance, renewableAt } from './state';

/** Claims the maintenance term for one renewal, under the rules of every renewal (R). */
export function openMaintenanceRenewal(
  maintenance: Maintenance,
  command: OpenRenewal,
  decision: OfOrder,
): RenewalOpened[] {
  if ('claim' in maintenance && maintenance.claim?.renewalId === command.renewalId) return [];
  enforce(canGoOn, maintenance, command, decision);
  if (maintenance.status === 'none') return [];
  enforce(openingRules, renewableAt(maintenance, command.currentExpiresOn), command, decision);
  return [renewalOpened(command)];
}
