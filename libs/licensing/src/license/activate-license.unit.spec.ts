import { portalPolicy } from '../policy/examples.spec';
import { berlin, license, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { isoDate, period, termAt, zone } from '../term';
import { activateLicense } from './activate-license';
import { licenseActivated, licenseIssued, licenseTerminated, running } from './examples.spec';
import { issueLicense } from './issue-license';
import { licenseStream } from './license-stream';

const given = specification(licenseStream);
const policy = portalPolicy;

describe('issuing a license', () => {
  const grant = { ...licenseIssued().data, origin: 'purchase' as const };

  it('grants it once [P23]', () => {
    given([]).when(issueLicense, grant).then([licenseIssued()]);
    given([licenseIssued()]).when(issueLicense, grant).thenNothing();
  });

  it('needs a whole quota', () =>
    given([])
      .when(issueLicense, { ...grant, quota: 0 })
      .thenRefused('INVALID_COUNT'));
});

const inVendorsZone = { handshakeCode: 'CODE', keyFingerprint: 'fingerprint' };
const inBerlin = { zone: berlin, ...inVendorsZone };

describe('activating a license', () => {
  const leapDay = { now: on('2028-02-29'), policy };

  it('starts the first term today, in the zone of the organization [P21]', () =>
    given([licenseIssued()])
      .when(activateLicense, inBerlin, leapDay)
      .then([licenseActivated(termAt(isoDate('2028-02-29'), period('P1Y'), 1, berlin))]));

  it("falls back to the vendor's zone, where it may be another day", () =>
    given([licenseIssued()])
      .when(activateLicense, inVendorsZone, { now: on('2026-03-01', 1), policy })
      .then([licenseActivated(termAt(isoDate('2026-02-28'), period('P1Y'), 1, zone('America/Vancouver')))]));

  it("runs a trial for the policy's period", () =>
    given([licenseIssued({ kind: 'trial' })])
      .when(activateLicense, inBerlin, { now: on('2026-03-01'), policy })
      .then([
        licenseActivated({
          mode: 'trial',
          kind: 'trial',
          ...termAt(isoDate('2026-03-01'), period('P30D'), 1, berlin),
        }),
      ]));

  it('gives a perpetual license no expiry', () => {
    const { expiresOn: _never, ...forEver } = termAt(isoDate('2028-02-29'), period('P1Y'), 1, berlin);
    const { expiresOn: _old, ...data } = licenseActivated({ kind: 'perpetual' }).data;
    given([licenseIssued({ kind: 'perpetual' })])
      .when(activateLicense, inBerlin, leapDay)
      .then([{ type: 'LicenseActivated', data: { ...data, ...forEver } }]);
  });

  it('generates the key of a classic license, and gives a trackable one its handshake code', () => {
    given([licenseIssued({ delivery: 'classic' })])
      .when(activateLicense, inBerlin, { now: on('2025-03-10'), policy })
      .then([licenseActivated(), { type: 'LicenseKeyGenerated', data: { fingerprint: 'fingerprint' } }]);
    given([licenseIssued({ delivery: 'trackable' })])
      .when(activateLicense, inBerlin, { now: on('2025-03-10'), policy })
      .then([licenseActivated(), { type: 'HandshakeCodeAssigned', data: { code: 'CODE' } }]);
  });

  it('names the trial that the license was bought for', () =>
    given([licenseIssued({ predecessorId: license('trial') })])
      .when(activateLicense, inBerlin, { now: on('2025-03-10'), policy })
      .then([licenseActivated({ convertsTrial: license('trial') })]));

  it('is done once, for a license that is there', () => {
    given(running).when(activateLicense, inVendorsZone, leapDay).thenRefused('LICENSE_ALREADY_ACTIVATED');
    given([...running, licenseTerminated])
      .when(activateLicense, inVendorsZone, leapDay)
      .thenRefused('LICENSE_TERMINATED');
    given([]).when(activateLicense, inVendorsZone, leapDay).thenRefused('NOT_FOUND');
  });
});
