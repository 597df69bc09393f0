import type { RenewalOpener } from '../policy';
import { portalPolicy, portalTerms, recurringPolicy } from '../policy/examples.spec';
import { type OpenRenewal, releaseRenewal } from '../renewable';
import type { OfOrder } from '../shared/decision';
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
import { openRenewal } from './open-renewal';

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

  it('is open to customers until the last day is over, and to sales after it [R22][P22]', () => {
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

  it('stays open to customers for the days of grace', () => {
    const renewal = { ...portalTerms.renewal, graceDays: 5 };
    const policy = { ...portalPolicy, channels: { store: { ...portalTerms, renewal } } };
    const at = (date: string, hour: number): OfOrder => ({ now: on(date, hour), policy, channel: 'store' });
    given([...running, licenseExpired])
      .when(openRenewal, single, at('2026-03-15', 23))
      .then([renewalOpened]);
    given([...running, licenseExpired])
      .when(openRenewal, single, at('2026-03-16', 0))
      .thenRefused('LICENSE_EXPIRED_CONTACT_SUPPORT');
  });

  it('is left to whom the policy names', () => {
    const opened = (source: OpenRenewal['source'], openedBy: readonly RenewalOpener[], requestedBy = byAnn) => {
      const terms = { ...portalTerms, renewal: { ...portalTerms.renewal, openedBy } };
      const decision = { ...inFebruary, policy: { ...portalPolicy, channels: { store: terms } } };
      return given(running).when(openRenewal, { ...single, source, requestedBy }, decision);
    };
    opened('sales', ['portal'], bySales).thenRefused('RENEWAL_CHANNEL_NOT_ALLOWED');
    opened('single', ['portal'], bySales).thenRefused('RENEWAL_CHANNEL_NOT_ALLOWED');
    opened('single', ['sales'], bySales).then([renewalOpened]);
    opened('batch', ['sales', 'provider-form']).thenRefused('RENEWAL_CHANNEL_NOT_ALLOWED');
    opened('provider-form', ['provider-form']).then([renewalOpened]);
    opened('automatic', ['portal', 'sales'], byClockwork).thenRefused('RENEWAL_CHANNEL_NOT_ALLOWED');
  });

  it('of what a reseller sold is the reseller’s, whom its customer is told to ask', () => {
    const sold: OfOrder = { ...inFebruary, policy: recurringPolicy, channel: 'reseller', resellerName: 'Softline' };
    given(running).when(openRenewal, single, sold).thenRefused('RENEWAL_CHANNEL_NOT_ALLOWED', 'Ask Softline');
    given(running).when(openRenewal, bySalesForm, sold).then([renewalOpened]);
    given(running)
      .when(openRenewal, single, { ...sold, policy: portalPolicy })
      .then([renewalOpened]);
  });

  it('is closed to the portal where the vendor keeps renewals to itself [L1][L2][L11][L27][L28]', () => {
    const elsewhere: OfOrder = { ...inFebruary, policy: recurringPolicy, channel: 'store' };
    for (const source of ['single', 'batch', 'quote'] as const) {
      given(running)
        .when(openRenewal, { ...single, source }, elsewhere)
        .thenRefused('RENEWAL_CHANNEL_NOT_ALLOWED', recurringPolicy.vendor.salesEmail);
    }
    given(running).when(openRenewal, bySalesForm, elsewhere).then([renewalOpened]);
    given(running)
      .when(openRenewal, { ...single, source: 'provider-form' }, { ...elsewhere, channel: 'payment-provider' })
      .then([renewalOpened]);
    given(running)
      .when(openRenewal, { ...single, source: 'provider-form' }, elsewhere)
      .thenRefused('RENEWAL_CHANNEL_NOT_ALLOWED');
    given(running)
      .when(openRenewal, { ...single, source: 'automatic', requestedBy: byClockwork }, elsewhere)
      .then([renewalOpened]);
  });

  it('is closed in a channel that the policy does not have', () =>
    given(running)
      .when(openRenewal, single, { ...inFebruary, channel: 'quote' })
      .thenRefused('INVALID_INPUT', 'does not sell through quote'));
});
