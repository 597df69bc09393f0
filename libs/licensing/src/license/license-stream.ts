import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { LicenseActivated, LicenseEvent, TrialExtended } from './events';
import type { ActiveLicense, DatedLicense, IssuedLicense, License, PerpetualLicense, TerminatedLicense } from './state';

type RenewableLicense = DatedLicense | TerminatedLicense;

function evolve(license: License, event: LicenseEvent): License {
  switch (event.type) {
    case 'LicenseIssued':
      return { status: 'issued', grant: event.data, additions: [] };
    case 'LicenseActivated':
      return activated(issued(license, event), event);
    case 'LicenseKeyGenerated':
      return { ...granted(license, event), keyFingerprint: event.data.fingerprint };
    case 'QuotaAdded': {
      const parent = granted(license, event);
      return { ...parent, additions: [...parent.additions, event.data.newLicenseId] };
    }
    case 'TrialExtended':
      return extended(dated(license, event), event);
    case 'RenewalOpened':
      return { ...dated(license, event), claim: event.data };
    case 'RenewalReleased':
      return released(renewable(license, event));
    case 'LicenseRenewed':
      return { ...released(renewable(license, event)), successor: event.data };
    case 'LicenseExpired':
      return { ...dated(license, event), status: 'expired' };
    case 'LicenseTerminated':
      return { ...granted(license, event), status: 'terminated', termination: event.data };
    default:
      throw new UnknownEvent('license', event);
  }
}

function activated(license: IssuedLicense, { data }: LicenseActivated): ActiveLicense | PerpetualLicense {
  const { anchor, n, period, startsOn, expiresOn, zone } = data;
  if (expiresOn === undefined) return { ...license, status: 'perpetual', startsOn, zone };
  return { ...license, status: 'active', term: { anchor, n, period, startsOn, expiresOn, zone }, extensions: 0 };
}

/** An extended term's expiry is chosen, not counted in periods: it is its own anchor. */
function extended(license: DatedLicense, { data }: TrialExtended): ActiveLicense {
  const term = { ...license.term, anchor: data.newExpiresOn, n: 0, expiresOn: data.newExpiresOn };
  return { ...license, status: 'active', term, extensions: data.extensionNo };
}

function released({ claim: _ended, ...license }: RenewableLicense): RenewableLicense {
  return license;
}

function granted(license: License, event: LicenseEvent): Exclude<License, { status: 'unissued' }> {
  if (license.status === 'unissued') throw new EventOutOfPlace('license', event, license.status);
  return license;
}

function issued(license: License, event: LicenseEvent): IssuedLicense {
  if (license.status !== 'issued') throw new EventOutOfPlace('license', event, license.status);
  return license;
}

function dated(license: License, event: LicenseEvent): DatedLicense {
  if (license.status !== 'active' && license.status !== 'expired') {
    throw new EventOutOfPlace('license', event, license.status);
  }
  return license;
}

function renewable(license: License, event: LicenseEvent): RenewableLicense {
  return license.status === 'terminated' ? license : dated(license, event);
}

export const licenseStream: StreamDefinition<License, LicenseEvent> = {
  category: 'license',
  initial: { status: 'unissued' },
  evolve,
};
