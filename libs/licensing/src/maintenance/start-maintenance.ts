import type { License } from '../license';
import { soldUnder } from '../policy';
import { termAt } from '../term';
import type { MaintenanceStarted } from './events';
import type { Maintenance } from './state';

/** `license` is the one that is maintained. */
export interface OfLicense {
  readonly license: License;
}

/** Maintenance that was bought with a perpetual license runs from the license's activation; every other license has none. */
export function startMaintenance(
  maintenance: Maintenance,
  _command: object,
  { license }: OfLicense,
): MaintenanceStarted[] {
  if (maintenance.status !== 'none' || license.status !== 'perpetual') return [];
  const { licenseId, orderId, maintenance: bought } = license.grant;
  if (!bought) return [];
  const { startsOn, zone } = license;
  const { period, unitPrice } = bought;
  const term = termAt(startsOn, period, 1, zone);
  const data = { licenseId, orderId, ...soldUnder(license.grant), unitPrice, ...term };
  return [{ type: 'MaintenanceStarted', data }];
}
