import { portalPolicy, recurringPolicy } from '../policy/examples.spec';
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
  commitmentRequired: _policy,
  refused: _none,
  ...asked
} = renewalRequested().data;
const request: RequestRenewal = { ...asked, refused: [], channels: ['store'] };
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
        { ...request, channels: ['payment-provider', 'reseller'] },
        { now: on('2026-03-11', 0), policy: recurringPolicy },
      )
      .then([renewalRequested({ policy: recurringPolicy.id, late: true, commitmentRequired: true })]));

  it('loses against being abandoned before', () => {
    const abandoned: RenewalWithdrawn = { type: 'RenewalWithdrawn', data: { reason: 'abandoned', by: byClockwork } };
    given([abandoned]).when(requestRenewal, request, inFebruary).thenRefused('RENEWAL_ENDED', 'Request a new one');
  });
});
