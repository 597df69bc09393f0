import { portalPolicy, recurringPolicy } from '../policy/examples.spec';
import { byAnn, byClockwork, bySales, on, renewalId } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import type { RenewalId } from '../shared/words';
import { isoDate } from '../term';
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
import { type OfOrder, openRenewal, type OpenRenewal } from './open-renewal';
import { releaseRenewal } from './release-renewal';

const given = specification(licenseStream);

const single: OpenRenewal = {
  renewalId,
  currentExpiresOn: oldTerm.expiresOn,
  source: 'single',
  requestedBy: byAnn,
};
const bySalesForm: OpenRenewal = { ...single, source: 'sales', requestedBy: bySales };
const inFebruary: OfOrder = { now: on('2026-02-01'), policy: portalPolicy, channel: 'store' };
const otherRenewal = { ...single, renewalId: 'other' as RenewalId };

describe('opening a renewal', () => {
  it('claims the term', () => given(running).when(openRenewal, single, inFebruary).then([renewalOpened]));

  it('claims it once, for one renewal', () => {
    const claimed = [...running, renewalOpened];
    given(claimed).when(openRenewal, single, inFebruary).thenNothing();
    given(claimed).when(openRenewal, otherRenewal, inFebruary).thenRefused('RENEWAL_ALREADY_OPEN', renewalId);
  });

  it('is free again after a release', () => {
    const released = { type: 'RenewalReleased', data: { renewalId, reason: 'withdrawn' } } as const;
    given([...running, renewalOpened])
      .when(releaseRenewal, released.data)
      .then([released]);
    given([...running, renewalOpened])
      .when(releaseRenewal, { ...released.data, renewalId: otherRenewal.renewalId })
      .thenNothing();
    given([...running, renewalOpened, licenseTerminated])
      .when(releaseRenewal, released.data)
      .then([released]);
    given([...running, renewalOpened, released])
      .when(openRenewal, otherRenewal, inFebruary)
      .then([{ ...renewalOpened, data: { ...renewalOpened.data, renewalId: otherRenewal.renewalId } }]);
  });

  it('states the expiry that it renews', () => {
    given(running)
      .when(openRenewal, { ...single, currentExpiresOn: isoDate('2025-03-10') }, inFebruary)
      .thenRefused('CURRENT_EXPIRY_MISMATCH', /2026-03-10.*Load it again/);
    given([...running, renewalOpened, licenseRenewed])
      .when(openRenewal, otherRenewal, inFebruary)
      .thenRefused('CURRENT_EXPIRY_MISMATCH', 'renewed already');
  });

  it('is for licenses with a renewable term', () => {
    given([licenseIssued()]).when(openRenewal, single, inFebruary).thenRefused('LICENSE_NOT_ACTIVATED');
    given([...running, licenseTerminated])
      .when(openRenewal, single, inFebruary)
      .thenRefused('LICENSE_TERMINATED');
    given(runningTrial())
      .when(openRenewal, single, inFebruary)
      .thenRefused('RENEWAL_CHANNEL_NOT_ALLOWED', 'Convert it');
    const { expiresOn: _never, ...forEver } = licenseActivated({ kind: 'perpetual' }).data;
    given([licenseIssued({ kind: 'perpetual' }), { type: 'LicenseActivated', data: forEver }])
      .when(openRenewal, single, inFebruary)
      .thenRefused('CURRENT_EXPIRY_MISMATCH', 'maintenance');
  });

  it('is open to customers until the last day is over, and to sales after it', () => {
    const lastHour: OfOrder = { ...inFebruary, now: on('2026-03-10', 23) };
    const tooLate: OfOrder = { ...inFebruary, now: on('2026-03-11', 0) };
    given(running).when(openRenewal, single, lastHour).then([renewalOpened]);
    given(running)
      .when(openRenewal, single, tooLate)
      .thenRefused('LICENSE_EXPIRED_CONTACT_SUPPORT', portalPolicy.vendor.supportEmail);
    given(running)
      .when(openRenewal, { ...single, source: 'automatic', requestedBy: byClockwork }, tooLate)
      .thenRefused('LICENSE_EXPIRED_CONTACT_SUPPORT');
    given([...running, licenseExpired])
      .when(openRenewal, bySalesForm, tooLate)
      .then([renewalOpened]);
  });

  it('is closed to the portal where the vendor keeps renewals to itself', () => {
    const elsewhere: OfOrder = { ...inFebruary, policy: recurringPolicy, channel: 'reseller' };
    for (const source of ['single', 'batch', 'quote'] as const) {
      given(running)
        .when(openRenewal, { ...single, source }, elsewhere)
        .thenRefused('RENEWAL_CHANNEL_NOT_ALLOWED', recurringPolicy.vendor.salesEmail);
    }
    given(running).when(openRenewal, bySalesForm, elsewhere).then([renewalOpened]);
    given(running)
      .when(openRenewal, { ...single, source: 'provider-form' }, elsewhere)
      .then([renewalOpened]);
    given(running)
      .when(openRenewal, { ...single, source: 'automatic', requestedBy: byClockwork }, elsewhere)
      .then([renewalOpened]);
  });

  it('is closed to the portal in a channel that the policy does not name', () =>
    given(running)
      .when(openRenewal, single, { ...inFebruary, channel: 'quote' })
      .thenRefused('RENEWAL_CHANNEL_NOT_ALLOWED'));
});
