import { addDays, type UpgradeEligibility } from '@renewals/licensing';
import { shortDay } from '../words/dates';

/** Whether an upgrade is free, and the day on which that changes (F). */
export function upgrades({ eligible, because, changesOn }: UpgradeEligibility): string {
  if (because === 'trial') return 'not with a trial';
  const what = because.startsWith('maintenance') ? 'maintenance' : 'license';
  if (eligible) return changesOn === undefined ? 'free' : `free until ${shortDay(addDays(changesOn, -1))}`;
  return changesOn === undefined ? `not free: the ${what} is not valid` : `free from ${shortDay(changesOn)} on`;
}
