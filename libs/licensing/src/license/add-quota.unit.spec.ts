import { portalPolicy, recurringPolicy } from '../policy/examples.spec';
import { byAnn, bySales, license, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { isoDate, termAt } from '../term';
import { addQuota, type AddQuota } from './add-quota';
import type { LicenseEvent, QuotaAdded } from './events';
import { licenseActivated, licenseIssued, nextTerm, oldTerm, quotaAdded, running, runningTrial } from './examples.spec';
import { licenseStream } from './license-stream';

const given = specification(licenseStream);
const byCustomer: AddQuota = { newLicenseId: license('more'), quantity: 3, paymentMethod: 'card', requestedBy: byAnn };
const bySomebodyOfSales: AddQuota = { ...byCustomer, requestedBy: bySales };
const inFebruary = { now: on('2026-02-01'), policy: portalPolicy, channel: 'store' } as const;
const elsewhere = { ...inFebruary, policy: recurringPolicy };

const added = (data: Partial<QuotaAdded['data']>): QuotaAdded => ({
  type: 'QuotaAdded',
  data: { ...quotaAdded.data, ...data },
});

const wholePeriod = { amountMinor: 3600, currency: 'EUR' };

describe('adding quota', () => {
  it('is done when the checkout is complete, and costs its share of days [F34]', () =>
    given(running)
      .when(addQuota, { ...byCustomer, paymentMethod: 'paypal' }, { ...inFebruary, now: on('2026-03-10') })
      .then([
        added({
          term: { ...quotaAdded.data.term, startsOn: isoDate('2026-03-10') },
          amount: { amountMinor: 10, currency: 'EUR' },
          paymentMethod: 'paypal',
        }),
      ]));

  it('names the license which it makes, and the handshake code that it has too', () => {
    given(running).when(addQuota, byCustomer, inFebruary).then([quotaAdded]);
    const trackable: LicenseEvent[] = [...running, { type: 'HandshakeCodeAssigned', data: { code: 'CODE' } }];
    given(trackable)
      .when(addQuota, byCustomer, inFebruary)
      .then([added({ handshakeCode: 'CODE' })]);
  });

  it('is left to sales where the policy says so [P25][P26]', () => {
    given(running)
      .when(addQuota, byCustomer, elsewhere)
      .thenRefused('QUOTA_CHANNEL_NOT_ALLOWED', recurringPolicy.vendor.salesEmail);
    given(running)
      .when(addQuota, bySomebodyOfSales, elsewhere)
      .then([added({ term: termAt(isoDate('2026-02-01'), oldTerm.period, 1, oldTerm.zone), amount: wholePeriod })]);
  });

  it('is for licenses that run, in whole numbers', () => {
    given(running)
      .when(addQuota, { ...byCustomer, quantity: 0 }, inFebruary)
      .thenRefused('INVALID_COUNT');
    given([licenseIssued()]).when(addQuota, byCustomer, inFebruary).thenRefused('LICENSE_NOT_ACTIVATED');
    given(running)
      .when(addQuota, byCustomer, { ...inFebruary, now: on('2026-03-11', 0) })
      .thenRefused('LICENSE_EXPIRED_CONTACT_SUPPORT');
  });

  it('is no way to more of a trial', () =>
    given(runningTrial())
      .when(addQuota, bySomebodyOfSales, { ...elsewhere, now: on('2026-03-05') })
      .thenRefused('QUOTA_CHANNEL_NOT_ALLOWED', 'Buy the product'));

  it('goes to the license that others add to', () =>
    given([licenseIssued({ origin: 'add-quota', predecessorId: license('first') }), licenseActivated()])
      .when(addQuota, byCustomer, inFebruary)
      .thenRefused('QUOTA_CHANNEL_NOT_ALLOWED', 'first'));
});

describe('the term of added quota', () => {
  it('begins with a parent whose term lies ahead', () =>
    given([licenseIssued(), licenseActivated(nextTerm)])
      .when(addQuota, byCustomer, inFebruary)
      .then([added({ term: { ...nextTerm, anchor: nextTerm.expiresOn, n: 0 }, amount: wholePeriod })]));

  it('never ends where the parent is perpetual', () => {
    const { expiresOn: _never, ...forEver } = licenseActivated({ kind: 'perpetual' }).data;
    const { period, zone } = oldTerm;
    const startsOn = isoDate('2026-02-01');
    given([licenseIssued({ kind: 'perpetual' }), { type: 'LicenseActivated', data: forEver }])
      .when(addQuota, byCustomer, inFebruary)
      .then([added({ term: { anchor: startsOn, n: 1, period, startsOn, zone }, amount: wholePeriod })]);
  });
});
