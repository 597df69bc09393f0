import { EventOutOfPlace } from '../shared/unreadable-history';
import type { LicenseEvent } from './events';
import type { DatedLicense, IssuedLicense, License, TerminatedLicense, UnissuedLicense } from './state';
import type { Meter } from './usage/meter';

export type GrantedLicense = Exclude<License, UnissuedLicense>;
export type RenewableLicense = DatedLicense | TerminatedLicense;

export function granted(license: License, event: LicenseEvent): GrantedLicense {
  if (license.status === 'unissued') throw new EventOutOfPlace('license', event, license.status);
  return license;
}

export function meterOf(license: License, event: LicenseEvent): Meter {
  const { meter } = granted(license, event);
  if (!meter) throw new EventOutOfPlace('license', event, license.status);
  return meter;
}

export function issued(license: License, event: LicenseEvent): IssuedLicense {
  if (license.status !== 'issued') throw new EventOutOfPlace('license', event, license.status);
  return license;
}

export function dated(license: License, event: LicenseEvent): DatedLicense {
  if (license.status !== 'active' && license.status !== 'expired') {
    throw new EventOutOfPlace('license', event, license.status);
  }
  return license;
}

export function renewable(license: License, event: LicenseEvent): RenewableLicense {
  return license.status === 'terminated' ? license : dated(license, event);
}
