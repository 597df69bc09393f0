import type { PolicyMoved, ReminderOffsetsChanged } from '../policy';
import type { StreamDefinition } from '../shared/stream';
import { UnknownEvent } from '../shared/unreadable-history';
import { VersionedMap } from '../shared/versioned-map';
import type { LicenseActivated, LicenseEvent, LicenseReactivated, QuotaAdded, TermAligned } from './events';
import { handshakeAfter } from './handshake/handshake';
import { dated, granted, type GrantedLicense, issued, meterOf, renewable, type RenewableLicense } from './in-place';
import type { ActiveLicense, DatedLicense, IssuedLicense, License, PerpetualLicense } from './state';
import { converted, extended, requested } from './trial/trial-history';
import { metered, meterFrom } from './usage/meter';

function evolve(license: License, event: LicenseEvent): License {
  switch (event.type) {
    case 'LicenseIssued':
      return { status: 'issued', grant: event.data };
    case 'LicenseActivated':
      return activated(issued(license, event), event);
    case 'PolicyMoved':
      return moved(granted(license, event), event);
    case 'ReminderOffsetsOverridden':
      return granted(license, event);
    case 'ReminderOffsetsChanged':
      return reminded(granted(license, event), event);
    case 'LicenseKeyGenerated':
      return { ...granted(license, event), keyFingerprint: event.data.fingerprint };
    case 'HandshakeCodeAssigned':
    case 'HandshakeConfigurationRequired':
    case 'HandshakeConfigured': {
      const trackable = granted(license, event);
      return { ...trackable, handshake: handshakeAfter(trackable.handshake, event) };
    }
    case 'QuotaAdded':
      return withAddition(granted(license, event), event);
    case 'UsageRecorded':
    case 'QuotaThresholdCrossed':
    case 'QuotaExhausted':
      return { ...granted(license, event), meter: metered(meterOf(license, event), event) };
    case 'TrialRequested':
      return requested(license, event);
    case 'TrialConverted':
      return converted(granted(license, event), event);
    case 'TrialExtended':
      return extended(dated(license, event), event);
    case 'RenewalOpened':
      return { ...dated(license, event), claim: event.data };
    case 'RenewalReleased':
      return released(renewable(license, event));
    case 'LicenseRenewed':
      return { ...released(renewable(license, event)), successor: event.data };
    case 'TermAligned':
      return aligned(dated(license, event), event);
    case 'LicenseExpired':
      return { ...dated(license, event), status: 'expired' };
    case 'LicenseReactivated':
      return reactivated(dated(license, event), event);
    case 'LicenseTerminated':
      return { ...granted(license, event), status: 'terminated', termination: event.data };
    default:
      throw new UnknownEvent('license', event);
  }
}

function activated(license: IssuedLicense, { data }: LicenseActivated): ActiveLicense | PerpetualLicense {
  const { anchor, n, period, startsOn, expiresOn, zone } = data;
  const meter = meterFrom(startsOn, zone);
  if (expiresOn === undefined) return { ...license, status: 'perpetual', startsOn, zone, meter };
  return { ...license, status: 'active', meter, term: { anchor, n, period, startsOn, expiresOn, zone }, extensions: 0 };
}

/** Its end is chosen too, and so is its beginning. */
function reactivated(license: DatedLicense, { data }: LicenseReactivated): ActiveLicense {
  const { startsOn, newExpiresOn } = data;
  return {
    ...license,
    status: 'active',
    term: { ...license.term, anchor: newExpiresOn, n: 0, startsOn, expiresOn: newExpiresOn },
  };
}

/** The date that it shares with others is its anchor; what follows counts from there. */
function aligned(license: DatedLicense, { data: { alignmentId, newExpiresOn } }: TermAligned): DatedLicense {
  const term = { ...license.term, anchor: newExpiresOn, n: 0, expiresOn: newExpiresOn };
  return { ...license, term, alignedBy: alignmentId };
}

function moved(license: GrantedLicense, { data: { policy, policyHash } }: PolicyMoved): GrantedLicense {
  return { ...license, grant: { ...license.grant, policy, policyHash } };
}

function reminded(license: GrantedLicense, { data: { overrides } }: ReminderOffsetsChanged): GrantedLicense {
  return { ...license, grant: { ...license.grant, overrides } };
}

function withAddition(license: GrantedLicense, event: QuotaAdded): GrantedLicense {
  const additions = (license.additions ?? VersionedMap.of()).with(event.data.newLicenseId, event.data);
  return { ...license, meter: metered(meterOf(license, event), event), additions };
}

function released({ claim: _ended, ...license }: RenewableLicense): RenewableLicense {
  return license;
}

export const licenseStream: StreamDefinition<License, LicenseEvent> = {
  category: 'license',
  initial: { status: 'unissued' },
  evolve,
};
