import type { AtTime } from '../shared/decision';
import { addDays } from '../term';
import type { LicenseExpired } from './events';
import { isOver } from './rules';
import type { ActiveLicense, License } from './state';

/** Records what the clock made true, unless a successor takes over without a day between. */
export function recordExpiry(license: License, _command: object, { now }: AtTime): LicenseExpired[] {
  if (license.status !== 'active' || !isOver(license, now) || isContinued(license)) return [];
  return [{ type: 'LicenseExpired', data: { expiresOn: license.term.expiresOn } }];
}

function isContinued({ term, successor }: ActiveLicense): boolean {
  return successor?.startsOn === addDays(term.expiresOn, 1);
}
