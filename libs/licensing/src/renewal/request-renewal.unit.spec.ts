import { portalPolicy, portalTerms, recurringPolicy, recurringTerms } from '../policy/examples.spec';
import { byClockwork, license, oldLicense, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import type { RenewalWithdrawn } from './events';
import { line, renewalRequested } from './examples.spec';
import { renewalStream } from './renewal-stream';
import { requestRenewal, type RequestRenewal } from './request-renewal';

const given = specification(renewalStream);
const {
  policy: _decided,
  late: _clock,
  commitmentRequired: _committed,
  startsUpon: _started,
  graceDays: _grace,
  quoteValidDays: _quoted,
  refused: _none,
  ...asked
} = renewalRequested().data;
const request: RequestRenewal = { ...asked, refused: [], terms: [portalTerms.renewal] };
const inFebruary = { now: on('2026-02-01'), policy: portalPolicy };
const lost = {
  subject: { ...oldLicense, id: license('lost') },
  code: 'RENEWAL_ALREADY_OPEN',
  message: 'Complete it.',
} as const;

describe('requesting a renewal', () => {
  it('lists the lines whose claim was won, and those that were refused', () => {
    given([]).when(requestRenewal, request, inFebruary).then([renewalRequested()]);
    given([])
      .when(requestRenewal, { ...request, refused: [lost] }, inFebruary)
      .then([renewalRequested({ refused: [{ subject: lost.subject, code: lost.code }] })]);
  });

  it('is done once', () => given([renewalRequested()]).when(requestRenewal, request, inFebruary).thenNothing());

  it('without a line is refused as its first line was', () => {
    given([])
      .when(requestRenewal, { ...request, lines: [], refused: [lost] }, inFebruary)
      .thenRefused('RENEWAL_ALREADY_OPEN', 'Complete it.');
    given([])
      .when(requestRenewal, { ...request, lines: [] }, inFebruary)
      .thenRefused('INVALID_INPUT');
  });

  it('is in one currency', () => {
    const inDollars = line({ subject: lost.subject, amount: { amountMinor: 1, currency: 'USD' } });
    given([])
      .when(requestRenewal, { ...request, lines: [line(), inDollars] }, inFebruary)
      .thenRefused('INVALID_INPUT', 'each currency by itself');
  });

  it('knows whether it is late, and whether its channel asks for a commitment', () =>
    given([])
      .when(
        requestRenewal,
        { ...request, terms: [portalTerms.renewal, recurringTerms.renewal] },
        { now: on('2026-03-11', 0), policy: recurringPolicy },
      )
      .then([renewalRequested({ policy: recurringPolicy.id, late: true, commitmentRequired: true })]));

  it('keeps the strictest of what holds for its orders', () => {
    const easy = { ...portalTerms.renewal, startsUpon: 'approval', graceDays: 10, quoteValidDays: 60 } as const;
    const when = { now: on('2026-03-20'), policy: portalPolicy };
    given([])
      .when(requestRenewal, { ...request, terms: [easy, easy] }, when)
      .then([renewalRequested({ startsUpon: 'approval', graceDays: 10, quoteValidDays: 60 })]);
    given([])
      .when(requestRenewal, { ...request, terms: [easy, { ...easy, startsUpon: 'invoice', graceDays: 9 }] }, when)
      .then([renewalRequested({ startsUpon: 'invoice', graceDays: 9, quoteValidDays: 60, late: true })]);
  });

  it('loses against being abandoned before', () => {
    const abandoned: RenewalWithdrawn = { type: 'RenewalWithdrawn', data: { reason: 'abandoned', by: byClockwork } };
    given([abandoned]).when(requestRenewal, request, inFebruary).thenRefused('RENEWAL_ENDED', 'Request a new one');
  });
});
