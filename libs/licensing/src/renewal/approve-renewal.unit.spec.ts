import { byAnn, bySales, bySupport, license, oldLicense, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { oldTerm } from '../license/examples.spec';
import { acceptQuote } from './accept-quote';
import { approveRenewal } from './approve-renewal';
import { authorizeLate } from './authorize-late';
import type { LateRenewalAuthorized, RenewalWithdrawn } from './events';
import { euros, invoiced, line, renewalApproved, renewalQuoted, renewalRequested } from './examples.spec';
import { quoteRenewal } from './quote-renewal';
import { renewalStream } from './renewal-stream';

const given = specification(renewalStream);
const byCustomer = { approvedBy: byAnn };
const requested = [renewalRequested()];
const withdrawn: RenewalWithdrawn = { type: 'RenewalWithdrawn', data: { reason: 'by-customer', by: byAnn } };
const lateBy = (basis: 'from-expiry' | 'from-now'): LateRenewalAuthorized => ({
  type: 'LateRenewalAuthorized',
  data: { basis, by: bySupport },
});

describe('approving a renewal', () => {
  it('names the earliest start: the day after the old expiry [L10][L26]', () =>
    given(requested)
      .when(approveRenewal, byCustomer, { now: on('2026-01-15') })
      .then([renewalApproved]));

  it('is done once', () => {
    given([...requested, renewalApproved])
      .when(approveRenewal, byCustomer, { now: on('2026-04-15') })
      .thenNothing();
    given(invoiced)
      .when(approveRenewal, byCustomer, { now: on('2026-04-15') })
      .thenNothing();
  });

  it('needs a renewal that has not ended', () => {
    given([])
      .when(approveRenewal, byCustomer, { now: on('2026-01-15') })
      .thenRefused('NOT_FOUND');
    given([...requested, withdrawn])
      .when(approveRenewal, byCustomer, { now: on('2026-01-15') })
      .thenRefused('RENEWAL_ENDED');
  });

  it('needs support once the term is over', () => {
    const late = { now: on('2026-03-11', 0) };
    given(requested).when(approveRenewal, byCustomer, late).thenRefused('LICENSE_EXPIRED_CONTACT_SUPPORT');
    given([...requested, lateBy('from-now')])
      .when(approveRenewal, byCustomer, late)
      .then([renewalApproved]);
  });
});

describe('quoting a renewal', () => {
  const quote = { quoteId: 'Q-1', proforma: false };
  const decision = { now: on('2026-02-01') };

  it("sums up its lines, for the policy's days [R16]", () => {
    given(requested).when(quoteRenewal, quote, decision).then([renewalQuoted()]);
    const other = line({ subject: { ...oldLicense, id: license('other') }, amount: euros(15) });
    given([renewalRequested({ lines: [line(), other] })])
      .when(quoteRenewal, quote, decision)
      .then([renewalQuoted({ total: euros(75) })]);
  });

  it('is done once under one number, and before the approval', () => {
    given([...requested, renewalQuoted()])
      .when(quoteRenewal, quote, decision)
      .thenNothing();
    given([...requested, renewalApproved])
      .when(quoteRenewal, quote, decision)
      .thenRefused('NOT_ALLOWED', 'invoice instead');
  });
});

describe('accepting a quote', () => {
  const quoted = [...requested, renewalQuoted()];
  const acceptance = { quoteId: 'Q-1', acceptedBy: byAnn };

  it('approves the renewal', () =>
    given(quoted)
      .when(acceptQuote, acceptance, { now: on('2026-03-03', 23) })
      .then([{ type: 'QuoteAccepted', data: acceptance }, renewalApproved]));

  it('is done once', () =>
    given([...quoted, { type: 'QuoteAccepted', data: acceptance }, renewalApproved])
      .when(acceptQuote, acceptance, { now: on('2026-03-03') })
      .thenNothing());

  it('is refused when the quote is over or replaced', () => {
    given(quoted)
      .when(acceptQuote, acceptance, { now: on('2026-03-04', 0) })
      .thenRefused('QUOTE_EXPIRED', '2026-03-03');
    given([...quoted, renewalQuoted({ quoteId: 'Q-2' })])
      .when(acceptQuote, acceptance, { now: on('2026-03-01') })
      .thenRefused('QUOTE_EXPIRED', 'Q-2');
    given(requested)
      .when(acceptQuote, acceptance, { now: on('2026-03-01') })
      .thenRefused('NOT_FOUND');
  });
});

describe('authorizing a late renewal', () => {
  const late = { now: on('2026-04-01'), terms: [oldTerm] };

  it("is support's choice [R24]", () => {
    given(requested)
      .when(authorizeLate, lateBy('from-expiry').data, late)
      .then([lateBy('from-expiry')]);
    given(requested)
      .when(authorizeLate, { basis: 'from-now', by: bySales }, late)
      .thenRefused('NOT_ALLOWED', 'Only support');
  });

  it('can be changed until the invoice', () => {
    const chosen = [...requested, lateBy('from-now')];
    given(chosen).when(authorizeLate, lateBy('from-now').data, late).thenNothing();
    given(chosen)
      .when(authorizeLate, lateBy('from-expiry').data, late)
      .then([lateBy('from-expiry')]);
    given(invoiced).when(authorizeLate, lateBy('from-now').data, late).thenRefused('NOT_ALLOWED', 'I-1');
  });

  it('is for what has expired', () =>
    given(requested)
      .when(authorizeLate, lateBy('from-now').data, { ...late, now: on('2026-03-10', 23) })
      .thenRefused('NOT_ALLOWED'));

  it('never makes a term that is over already', () => {
    const aYearLater = { ...late, now: on('2027-03-11', 0) };
    given(requested)
      .when(authorizeLate, lateBy('from-expiry').data, aYearLater)
      .thenRefused('INVALID_DATE', '2027-03-10');
    given(requested)
      .when(authorizeLate, lateBy('from-now').data, aYearLater)
      .then([lateBy('from-now')]);
    given(requested)
      .when(authorizeLate, lateBy('from-expiry').data, { ...late, now: on('2027-03-10', 23) })
      .then([lateBy('from-expiry')]);
  });
});
