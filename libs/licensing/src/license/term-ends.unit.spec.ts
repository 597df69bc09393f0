import { license, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import type { RenewalId } from '../shared/words';
import { isoDate } from '../term';
import type { LicenseKeyGenerated } from './events';
import {
  licenseActivated,
  licenseExpired,
  licenseIssued,
  licenseRenewed,
  licenseTerminated,
  oldTerm,
  renewalOpened,
  running,
} from './examples.spec';
import { generateKey } from './generate-key';
import { licenseStream } from './license-stream';
import { recordExpiry } from './record-expiry';
import { type RecordRenewed, recordRenewed } from './record-renewed';
import { terminateLicense } from './terminate-license';

const given = specification(licenseStream);
const claimed = [...running, renewalOpened];
const { zone: _ofTheTerm, ...renewed } = licenseRenewed.data;

describe('recording the successor', () => {
  it('is done once', () => {
    given(claimed).when(recordRenewed, renewed).then([licenseRenewed]);
    given([...claimed, licenseRenewed])
      .when(recordRenewed, renewed)
      .thenNothing();
  });

  it('never overlaps the old term', () => {
    const overlapping: RecordRenewed = { ...renewed, startsOn: oldTerm.expiresOn };
    given(claimed).when(recordRenewed, overlapping).thenRefused('TERM_OVERLAP', '2026-03-10');
  });

  it('has its days in order', () =>
    given(claimed)
      .when(recordRenewed, { ...renewed, newExpiresOn: oldTerm.expiresOn })
      .thenRefused('INVALID_DATE'));

  it('is for the renewal that holds the term', () => {
    given(running).when(recordRenewed, renewed).thenRefused('RENEWAL_ENDED');
    given(claimed)
      .when(recordRenewed, { ...renewed, renewalId: 'other' as RenewalId })
      .thenRefused('RENEWAL_ENDED', 'Request a new renewal');
    given([...claimed, licenseTerminated])
      .when(recordRenewed, renewed)
      .thenRefused('LICENSE_TERMINATED');
  });
});

describe('recording the expiry', () => {
  const lastHour = { now: on('2026-03-10', 23) };
  const over = { now: on('2026-03-11', 0) };

  it('waits for the last day to be over', () => {
    given(running).when(recordExpiry, {}, lastHour).thenNothing();
    given(running).when(recordExpiry, {}, over).then([licenseExpired]);
  });

  it('is done once', () =>
    given([...running, licenseExpired])
      .when(recordExpiry, {}, over)
      .thenNothing());

  it('is not recorded where a successor takes over at that moment', () =>
    given([...claimed, licenseRenewed])
      .when(recordExpiry, {}, over)
      .thenNothing());

  it('is recorded where the successor starts later', () => {
    const later = { ...licenseRenewed, data: { ...licenseRenewed.data, startsOn: isoDate('2026-03-12') } };
    given([...claimed, later])
      .when(recordExpiry, {}, over)
      .then([licenseExpired]);
  });

  it('is not recorded for what was terminated, or never activated', () => {
    given([...running, licenseTerminated])
      .when(recordExpiry, {}, over)
      .thenNothing();
    given([licenseIssued()]).when(recordExpiry, {}, over).thenNothing();
  });
});

describe('terminating a license', () => {
  const termination = licenseTerminated.data;

  it('names a last day within the term', () => {
    given(running).when(terminateLicense, termination).then([licenseTerminated]);
    given(running)
      .when(terminateLicense, { ...termination, on: isoDate('2026-03-11') })
      .thenRefused('INVALID_DATE', '2025-03-10 to 2026-03-10');
  });

  it('is final', () => {
    given([...running, licenseTerminated])
      .when(terminateLicense, termination)
      .thenNothing();
    given([...running, licenseTerminated])
      .when(terminateLicense, { ...termination, on: isoDate('2026-01-01') })
      .thenRefused('LICENSE_TERMINATED');
    given([]).when(terminateLicense, termination).thenRefused('NOT_FOUND');
  });
});

describe('generating the key', () => {
  const key: LicenseKeyGenerated = { type: 'LicenseKeyGenerated', data: { fingerprint: 'first' } };
  const classic = [licenseIssued({ licenseId: license('old'), delivery: 'classic' }), licenseActivated()];

  it('waits for the term to start [L14][L33]', () => {
    given(classic)
      .when(generateKey, key.data, { now: on('2025-03-09', 23) })
      .thenRefused('KEY_GENERATION_TOO_EARLY', '2025-03-10');
    given(classic)
      .when(generateKey, key.data, { now: on('2025-03-10', 0) })
      .then([key]);
  });

  it('is done once, and for classic licenses', () => {
    given([...classic, key])
      .when(generateKey, { fingerprint: 'second' }, { now: on('2025-03-10') })
      .thenNothing();
    given(running)
      .when(generateKey, key.data, { now: on('2025-03-10') })
      .thenNothing();
  });
});
