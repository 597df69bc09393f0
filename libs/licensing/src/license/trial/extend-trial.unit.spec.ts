import { portalPolicy } from '../../policy/examples.spec';
import { berlin, byAnn, on } from '../../shared/examples.spec';
import { specification } from '../../shared/specification.spec';
import { isoDate } from '../../term';
import type { TrialExtended } from './events';
import { licenseIssued, licenseTerminated, running, runningTrial, trialConverted } from '../examples.spec';
import { extendTrial } from './extend-trial';
import { licenseStream } from '../license-stream';

const given = specification(licenseStream);
const extension = { requestedBy: byAnn };
const at = (now: number) => ({ now, policy: portalPolicy });

const extended = (extensionNo: number, previous: string, next: string): TrialExtended => ({
  type: 'TrialExtended',
  data: {
    extensionNo,
    days: 30,
    previousExpiresOn: isoDate(previous),
    newExpiresOn: isoDate(next),
    zone: berlin,
    requestedBy: byAnn,
    policy: portalPolicy.id,
    policyHash: 'hash',
    channel: 'store',
  },
});
const first = extended(1, '2026-03-31', '2026-04-30');
const second = extended(2, '2026-04-30', '2026-05-30');

describe('extending a trial', () => {
  it('counts from the current expiry', () => {
    given(runningTrial())
      .when(extendTrial, extension, at(on('2026-03-20')))
      .then([first]);
    given([...runningTrial(), first])
      .when(extendTrial, extension, at(on('2026-04-30', 23)))
      .then([second]);
  });

  it('has a limit', () =>
    given([...runningTrial(), first, second])
      .when(extendTrial, extension, at(on('2026-05-20')))
      .thenRefused('TRIAL_EXTENSION_LIMIT', portalPolicy.vendor.salesEmail));

  it("waits until the policy's days before the current end", () => {
    given(runningTrial())
      .when(extendTrial, extension, at(on('2026-03-16', 23)))
      .thenRefused('TRIAL_EXTENSION_TOO_EARLY', '2026-03-17');
    given(runningTrial())
      .when(extendTrial, extension, at(on('2026-03-17', 0)))
      .then([first]);
    given([...runningTrial(), first])
      .when(extendTrial, extension, at(on('2026-04-15')))
      .thenRefused('TRIAL_EXTENSION_TOO_EARLY', '2026-04-16');
  });

  it('is over when the trial is: what has ended is bought', () =>
    given(runningTrial())
      .when(extendTrial, extension, at(on('2026-04-01', 0)))
      .thenRefused('LICENSE_EXPIRED_CONTACT_SUPPORT', /Buy the product.*sales@/));

  it('is for trials in use', () => {
    given(running)
      .when(extendTrial, extension, at(on('2026-03-01')))
      .thenRefused('NOT_A_TRIAL');
    given([licenseIssued({ kind: 'trial' })])
      .when(extendTrial, extension, at(on('2026-03-20')))
      .thenRefused('LICENSE_NOT_ACTIVATED');
    given([...runningTrial(), licenseTerminated])
      .when(extendTrial, extension, at(on('2026-03-20')))
      .thenRefused('LICENSE_TERMINATED');
    given([...runningTrial(), trialConverted])
      .when(extendTrial, extension, at(on('2026-03-20')))
      .thenRefused('NOT_A_TRIAL', 'bought for it');
  });
});
