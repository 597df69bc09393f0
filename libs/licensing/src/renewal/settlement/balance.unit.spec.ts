import fc from 'fast-check';
import { propertyRuns } from '../../../../../test/support/property-runs';
import { byClockwork, bySales, license, on } from '../../shared/examples.spec';
import { Refusal } from '../../shared/refusal';
import { fold } from '../../shared/stream';
import { isoDate } from '../../term';
import type { RenewalEvent } from '../events';
import { invoiced, line, lineCompleted, renewalRequested } from '../examples.spec';
import { completeRenewal } from '../complete-renewal';
import { failLine } from '../complete-line';
import { renewalStream } from '../renewal-stream';
import { billOf, type Renewal } from '../state';
import { balanceOf, restOf, settlementOf } from './balance';
import { paymentRecorded, paymentReversed } from './examples.spec';
import { issueCredit } from './issue-credit';
import { recordRenewalPayment } from './record-payment';
import { reverseRenewalPayment } from './reverse-payment';

function balanceAfter(...events: readonly RenewalEvent[]) {
  const bill = billOf(fold(renewalStream, [...invoiced, ...events]));
  if (!bill) throw new Error('There is no bill');
  const { open, refundable } = balanceOf(bill);
  return [settlementOf(balanceOf(bill)), open.amountMinor, refundable.amountMinor];
}

const credit: RenewalEvent = {
  type: 'CreditIssued',
  data: { creditId: 'C-1', lines: [{ ...line(), subject: line().subject }], reason: 'all', by: bySales },
};

describe('the balance of an invoice', () => {
  it('says what is open, and what goes back', () => {
    expect(balanceAfter()).toEqual(['unpaid', 6000, 0]);
    expect(balanceAfter(paymentRecorded(15))).toEqual(['partly-paid', 4500, 0]);
    expect(balanceAfter(paymentRecorded(60))).toEqual(['settled', 0, 0]);
    expect(balanceAfter(paymentRecorded(60), paymentReversed(60))).toEqual(['unpaid', 6000, 0]);
    expect(balanceAfter(credit)).toEqual(['settled', 0, 0]);
    expect(balanceAfter(paymentRecorded(15), credit)).toEqual(['refundable', 0, 1500]);
    expect(balanceAfter(paymentRecorded(15), credit, paymentReversed(15))).toEqual(['settled', 0, 0]);
  });
});

const second = { kind: 'license', id: license('second') } as const;
const amounts = fc.integer({ min: -5, max: 9_000 }).map((amountMinor) => ({ amountMinor, currency: 'EUR' }));
const someId = fc.constantFrom('1', '2', '3', '4');
const someSubject = fc.constantFrom(line().subject, second);
const someDay = fc.constantFrom('2026-03-10', '2026-03-11', '2026-09-30', '2027-03-10').map(isoDate);

type Act = (renewal: Renewal) => readonly RenewalEvent[];

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(someId, amounts).map(
    ([paymentId, amount]): Act =>
      (renewal) =>
        recordRenewalPayment(renewal, { ...paymentRecorded(1, paymentId).data, amount }, { now: on('2026-03-01') }),
  ),
  someId.map(
    (paymentId): Act =>
      (renewal) =>
        reverseRenewalPayment(renewal, { paymentId, reason: 'bounced', by: bySales }),
  ),
  fc.tuple(someId, someSubject, amounts).map(
    ([creditId, subject, amount]): Act =>
      (renewal) =>
        issueCredit(renewal, { creditId, lines: [{ subject, amount }], reason: 'agreed', by: bySales }),
  ),
  fc.tuple(someId, someSubject, someDay).map(
    ([creditId, subject, unusedFrom]): Act =>
      (renewal) =>
        issueCredit(renewal, { creditId, lines: [{ subject, unusedFrom }], reason: 'agreed', by: bySales }),
  ),
  fc.constant<Act>((renewal) =>
    failLine(renewal, { subject: second, code: 'LICENSE_TERMINATED', message: 'It ended.' }),
  ),
  fc.constant<Act>((renewal) => completeRenewal(renewal, { creditId: 'failures', by: byClockwork })),
);

describe('whatever is paid, bounced and credited', () => {
  it('money in equals money out, to the minor unit', () => {
    let moved = 0;
    const lines = [line({ amount: { amountMinor: 5_999, currency: 'EUR' } }), line({ subject: second })];
    const [, approved, invoice] = invoiced;
    const total = { amountMinor: 11_999, currency: 'EUR' };
    const history = [
      renewalRequested({ lines }),
      approved,
      { ...invoice, data: { ...invoice?.data, total } },
      lineCompleted,
    ] as RenewalEvent[];
    fc.assert(
      fc.property(fc.array(acts, { minLength: 5, maxLength: 30, size: 'max' }), (steps) => {
        let renewal = fold(renewalStream, history);
        for (const act of steps) {
          renewal = attempt(act, renewal).reduce(renewalStream.evolve, renewal);
          const bill = billOf(renewal);
          if (!bill || !('lines' in renewal)) throw new Error('There is no bill');
          const balance = balanceOf(bill);
          const { invoiced: all, paid, reversed, credited, open, refundable } = balance;
          expect(all.amountMinor - credited.amountMinor).toBe(
            paid.amountMinor - reversed.amountMinor + open.amountMinor - refundable.amountMinor,
          );
          expect(Math.min(open.amountMinor, refundable.amountMinor)).toBe(0);
          expect(paid.amountMinor - reversed.amountMinor).toBeLessThanOrEqual(all.amountMinor);
          const rests = renewal.lines.map((each) => restOf(bill, each).amountMinor);
          expect(Math.min(...rests)).toBeGreaterThanOrEqual(0);
          expect(rests.reduce((sum, rest) => sum + rest, 0)).toBe(all.amountMinor - credited.amountMinor);
          moved += refundable.amountMinor > 0 ? 1 : 0;
        }
      }),
      propertyRuns(300, 10_000),
    );
    expect(moved).toBeGreaterThan(100);
  });
});

function attempt(act: Act, renewal: Renewal): readonly RenewalEvent[] {
  try {
    return act(renewal);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
