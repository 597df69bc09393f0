import { portalPolicy } from '../policy/examples.spec';
import { byAnn, bySales, bySupport, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import { isoDate } from '../term';
import type { LicenseActivated, LicenseReactivated } from './events';
import {
  licenseActivated,
  licenseExpired,
  licenseIssued,
  licenseRenewed,
  licenseTerminated,
  oldTerm,
  renewalOpened,
  running,
  runningTrial,
} from './examples.spec';
import { licenseStream } from './license-stream';
import { reactivateLicense, type ReactivateLicense } from './reactivate-license';

const given = specification(licenseStream);
const over = [...running, licenseExpired];
const inApril = { now: on('2026-04-01'), policy: portalPolicy };
const toMay: ReactivateLicense = { until: isoDate('2026-05-31'), reason: 'their payment was late', by: bySupport };
const reactivated: LicenseReactivated = {
  type: 'LicenseReactivated',
  data: {
    previousExpiresOn: oldTerm.expiresOn,
    startsOn: isoDate('2026-04-01'),
    newExpiresOn: toMay.until,
    zone: oldTerm.zone,
    by: bySupport,
    reason: toMay.reason,
    policy: portalPolicy.id,
    policyHash: 'hash',
    channel: 'store',
  },
};

describe('reactivating an expired license [R25]', () => {
  it('makes it valid from today to the day that support chooses', () => {
    given(over).when(reactivateLicense, toMay, inApril).then([reactivated]);
    expect(fold(licenseStream, [...over, reactivated])).toMatchObject({
      status: 'active',
      term: { anchor: '2026-05-31', n: 0, startsOn: '2026-04-01', expiresOn: '2026-05-31' },
    });
  });

  it('waits for no record of what the clock says', () =>
    given(running).when(reactivateLicense, toMay, inApril).then([reactivated]));

  it('is done by support, who says why', () => {
    for (const by of [byAnn, bySales]) {
      given(over)
        .when(reactivateLicense, { ...toMay, by }, inApril)
        .thenRefused('NOT_ALLOWED', portalPolicy.vendor.supportEmail);
    }
    given(over)
      .when(reactivateLicense, { ...toMay, reason: '  ' }, inApril)
      .thenRefused('INVALID_INPUT', 'why');
  });

  it('lasts longer than today', () =>
    given(over)
      .when(reactivateLicense, { ...toMay, until: isoDate('2026-04-01') }, inApril)
      .thenRefused('INVALID_DATE', 'not after today'));

  it('ends within ten years', () =>
    given(over)
      .when(reactivateLicense, { ...toMay, until: isoDate('9999-12-31') }, inApril)
      .thenRefused('INVALID_DATE', 'ten years'));

  it('is for what has expired, and can expire', () => {
    given(running)
      .when(reactivateLicense, toMay, { ...inApril, now: on('2026-03-10', 23) })
      .thenRefused('TERM_OVERLAP', '2026-03-10');
    given([licenseIssued()]).when(reactivateLicense, toMay, inApril).thenRefused('LICENSE_NOT_ACTIVATED');
    given([...over, licenseTerminated])
      .when(reactivateLicense, toMay, inApril)
      .thenRefused('LICENSE_TERMINATED');
    const { expiresOn: _never, ...forEver } = licenseActivated({ kind: 'perpetual' }).data;
    const perpetual: LicenseActivated = { type: 'LicenseActivated', data: forEver };
    given([licenseIssued({ kind: 'perpetual' }), perpetual])
      .when(reactivateLicense, toMay, inApril)
      .thenRefused('CURRENT_EXPIRY_MISMATCH', 'maintenance');
  });

  it('never overlaps a successor, nor forestalls a renewal', () => {
    const later = { ...licenseRenewed, data: { ...licenseRenewed.data, startsOn: isoDate('2026-05-15') } };
    const followed = [...over, renewalOpened, later];
    given(followed).when(reactivateLicense, toMay, inApril).thenRefused('TERM_OVERLAP', '2026-05-15');
    const until = isoDate('2026-05-14');
    given(followed)
      .when(reactivateLicense, { ...toMay, until }, inApril)
      .then([{ ...reactivated, data: { ...reactivated.data, newExpiresOn: until } }]);
    given([...over, renewalOpened])
      .when(reactivateLicense, toMay, inApril)
      .thenRefused('RENEWAL_ALREADY_OPEN');
  });

  it('is no way to an endless trial', () =>
    given([...runningTrial(), licenseExpired])
      .when(reactivateLicense, toMay, inApril)
      .thenRefused('TRIAL_EXTENSION_LIMIT'));
});
