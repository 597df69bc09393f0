import { bySupport, license, on } from '../../shared/examples.spec';
import { portalPolicy } from '../../policy/examples.spec';
import { specification } from '../../shared/specification.spec';
import { fold } from '../../shared/stream';
import { isoDate } from '../../term';
import type { LicenseExpired } from '../events';
import { licenseIssued, licenseTerminated, running, runningTrial, trialConverted } from '../examples.spec';
import { licenseStream } from '../license-stream';
import { reactivateLicense } from '../reactivate-license';
import { recordExpiry } from '../record-expiry';
import { terminateLicense } from '../terminate-license';
import { convertTrial } from './convert-trial';

const given = specification(licenseStream);
const conversion = trialConverted.data;
const expired: LicenseExpired = { type: 'LicenseExpired', data: { expiresOn: isoDate('2026-03-31') } };

describe('converting a trial', () => {
  it('ends it on the day on which the bought license starts, and keeps what it was', () => {
    given(runningTrial()).when(convertTrial, conversion).then([trialConverted]);
    const trial = fold(licenseStream, [...runningTrial(), trialConverted]);
    expect(trial).toMatchObject({
      status: 'converted',
      grant: { kind: 'trial' },
      term: { startsOn: '2026-03-01' },
      conversion,
    });
  });

  it('also of one that has ended, or never began', () => {
    given([...runningTrial(), expired])
      .when(convertTrial, conversion)
      .then([trialConverted]);
    given([licenseIssued({ kind: 'trial' })])
      .when(convertTrial, conversion)
      .then([trialConverted]);
  });

  it('is done once: the first license that starts has it', () => {
    given([...runningTrial(), trialConverted])
      .when(convertTrial, { ...conversion, newLicenseId: license('other') })
      .thenNothing();
    given([...runningTrial(), licenseTerminated])
      .when(convertTrial, conversion)
      .thenNothing();
  });

  it('is for trials', () => given(running).when(convertTrial, conversion).thenRefused('NOT_A_TRIAL'));
});

describe('a trial that was converted', () => {
  const converted = [...runningTrial(), trialConverted];
  const inMay = { now: on('2026-05-01'), policy: portalPolicy };

  it('never expires, and comes back by no door', () => {
    given(converted).when(recordExpiry, {}, inMay).thenNothing();
    const again = { until: isoDate('2026-06-01'), reason: 'please', by: bySupport };
    given(converted).when(reactivateLicense, again, inMay).thenRefused('NOT_A_TRIAL');
    given(converted)
      .when(terminateLicense, { on: isoDate('2026-03-05'), by: bySupport, reason: 'asked for' })
      .thenRefused('NOT_A_TRIAL', 'bought');
  });
});
