import { portalPolicy, recurringPolicy } from '../policy/examples.spec';
import { byAnn, bySales, license, oldLicense, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { acceptQuote } from './accept-quote';
import { type ChangeRenewal, changeRenewal } from './change-renewal';
import type { RenewalChanged, RenewalWithdrawn } from './events';
import { euros, invoiced, renewalApproved, renewalQuoted, renewalRequested } from './examples.spec';
import { quoteRenewal } from './quote-renewal';
import { renewalStream } from './renewal-stream';
import { withdrawByCustomer } from './withdraw-by-customer';

const given = specification(renewalStream);
const requested = [renewalRequested()];
const toEight: ChangeRenewal = { subject: oldLicense, quota: 8, by: bySales };
const changed: RenewalChanged = { type: 'RenewalChanged', data: { ...toEight, amount: euros(96), total: euros(96) } };
const inTime = { now: on('2026-02-07', 23), policy: recurringPolicy, channel: 'store' } as const;

describe('changing what is renewed', () => {
  it('takes more than 30 days before the expiry, to the day in its zone [L7]', () => {
    given(requested).when(changeRenewal, toEight, inTime).then([changed]);
    given(requested)
      .when(changeRenewal, toEight, { ...inTime, now: on('2026-02-08', 0) })
      .thenRefused('CANCELLATION_CUTOFF_PASSED', '2026-02-07 was the last day');
  });

  it('has no cut-off where the policy has none', () =>
    given(requested)
      .when(changeRenewal, toEight, { now: on('2026-03-01'), policy: portalPolicy, channel: 'store' })
      .then([changed]));

  it('to what it is already is nothing', () =>
    given([...requested, changed])
      .when(changeRenewal, toEight, inTime)
      .thenNothing());

  it('voids the quote, and the next one has the new price', () => {
    given([...requested, renewalQuoted(), changed])
      .when(acceptQuote, { quoteId: 'Q-1', acceptedBy: bySales }, inTime)
      .thenRefused('NOT_FOUND', 'No quote');
    given([...requested, renewalQuoted(), changed])
      .when(quoteRenewal, { quoteId: 'Q-2', proforma: false }, { now: on('2026-02-01') })
      .then([renewalQuoted({ quoteId: 'Q-2', total: euros(96) })]);
  });

  it('ends with the approval', () => {
    given([...requested, renewalApproved])
      .when(changeRenewal, toEight, inTime)
      .thenRefused('NOT_ALLOWED', 'Withdraw it');
    given(invoiced).when(changeRenewal, toEight, inTime).thenRefused('NOT_ALLOWED');
    given([]).when(changeRenewal, toEight, inTime).thenRefused('NOT_FOUND');
  });

  it('is of one of its lines, to a whole number', () => {
    given(requested)
      .when(changeRenewal, { ...toEight, subject: { kind: 'license', id: license('stranger') } }, inTime)
      .thenRefused('NOT_FOUND');
    given(requested)
      .when(changeRenewal, { ...toEight, quota: 0 }, inTime)
      .thenRefused('INVALID_COUNT');
  });
});

describe('withdrawing by the customer, which is to cancel', () => {
  const withdrawal = { reason: 'by-customer', by: byAnn } as const;
  const withdrawn: RenewalWithdrawn = { type: 'RenewalWithdrawn', data: withdrawal };

  it('takes more than 30 days before the expiry, also of what was approved [L7][L8]', () => {
    given([...requested, renewalApproved])
      .when(withdrawByCustomer, withdrawal, inTime)
      .then([withdrawn]);
    given([...requested, renewalApproved])
      .when(withdrawByCustomer, withdrawal, { ...inTime, now: on('2026-02-08', 0) })
      .thenRefused('CANCELLATION_CUTOFF_PASSED', '2026-02-07 was the last day');
  });

  it('has no cut-off where the policy has none', () =>
    given(requested)
      .when(withdrawByCustomer, withdrawal, { now: on('2026-03-01'), policy: portalPolicy, channel: 'store' })
      .then([withdrawn]));
});
