import { bySales, license, oldLicense } from '../../shared/examples.spec';
import { specification } from '../../shared/specification.spec';
import { isoDate } from '../../term';
import { euros, invoiced, lineCompleted, renewalApproved, renewalRequested } from '../examples.spec';
import { renewalStream } from '../renewal-stream';
import type { CreditIssued } from './events';
import { type IssueCredit, issueCredit, type LineToCredit } from './issue-credit';

const given = specification(renewalStream);
const stranger = { kind: 'license', id: license('stranger') } as const;

function credit(...lines: readonly LineToCredit[]): IssueCredit {
  return { creditId: 'C-1', lines, reason: 'Agreed on the telephone.', by: bySales };
}

function credited(amount: number, more: Partial<CreditIssued['data']['lines'][number]> = {}): CreditIssued {
  return {
    type: 'CreditIssued',
    data: { ...credit(), lines: [{ subject: oldLicense, amount: euros(amount), ...more }] },
  };
}

describe('issuing a credit note', () => {
  const ofAmount = (amount: number) => credit({ subject: oldLicense, amount: euros(amount) });

  it('gives back a part of a line, or all of it', () => {
    given(invoiced)
      .when(issueCredit, ofAmount(12.5))
      .then([credited(12.5)]);
    given(invoiced)
      .when(issueCredit, ofAmount(60))
      .then([credited(60)]);
  });

  it('gives back no more than the line was invoiced with', () => {
    given(invoiced).when(issueCredit, ofAmount(60.01)).thenRefused('AMOUNT_EXCEEDS_INVOICE', 'old 6000 EUR');
    given([...invoiced, { ...credited(50), data: { ...credited(50).data, creditId: 'C-0' } }])
      .when(issueCredit, ofAmount(10.01))
      .thenRefused('AMOUNT_EXCEEDS_INVOICE', '1000 EUR (minor units) is invoiced and not credited yet');
  });

  it('is done once', () =>
    given([...invoiced, credited(50)])
      .when(issueCredit, ofAmount(50))
      .thenNothing());

  it('names lines of the renewal, each once, and why', () => {
    given(invoiced)
      .when(issueCredit, credit({ subject: stranger, amount: euros(1) }))
      .thenRefused('NOT_FOUND', 'stranger');
    given(invoiced).when(issueCredit, credit()).thenRefused('INVALID_INPUT', 'at least one line');
    const [line] = ofAmount(1).lines;
    given(invoiced)
      .when(issueCredit, { ...ofAmount(1), lines: [line, line] as LineToCredit[] })
      .thenRefused('INVALID_INPUT', 'named twice');
    given(invoiced)
      .when(issueCredit, { ...ofAmount(1), reason: '' })
      .thenRefused('INVALID_INPUT', 'reason');
    given(invoiced).when(issueCredit, ofAmount(0)).thenRefused('INVALID_INPUT', 'above zero');
  });

  it('needs an invoice', () =>
    given([renewalRequested(), renewalApproved]).when(issueCredit, ofAmount(1)).thenRefused('INVOICE_REQUIRED'));
});

describe('refunding the rest of a contract', () => {
  /** 2026-03-11 to 2027-03-10: 365 days for 60 euros. */
  const renewed = [...invoiced, lineCompleted];
  const from = (day: string) => credit({ subject: oldLicense, unusedFrom: isoDate(day) });

  it('counts its actual days, rounded once and half to even', () => {
    given(renewed)
      .when(issueCredit, from('2027-01-01'))
      .then([credited(11.34, { unused: { from: isoDate('2027-01-01'), days: 69, ofDays: 365 } })]);
    given(renewed)
      .when(issueCredit, from('2026-03-11'))
      .then([credited(60, { unused: { from: isoDate('2026-03-11'), days: 365, ofDays: 365 } })]);
    given(renewed)
      .when(issueCredit, from('2027-03-10'))
      .then([credited(0.16, { unused: { from: isoDate('2027-03-10'), days: 1, ofDays: 365 } })]);
  });

  it.each(['2026-03-10', '2027-03-11'])('takes no day outside the contract, such as %s', (day) =>
    given(renewed).when(issueCredit, from(day)).thenRefused('INVALID_DATE', '2026-03-11 to 2027-03-10'),
  );

  it('needs the contract', () =>
    given(invoiced).when(issueCredit, from('2026-06-01')).thenRefused('INVALID_DATE', 'Give an amount'));
});
