import { byClockwork, license, oldLicense, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { isoDate } from '../term';
import { completeLine, failLine } from './complete-line';
import { completeRenewal } from './complete-renewal';
import type { RenewalCompleted, RenewalWithdrawn } from './events';
import type { CreditIssued } from './settlement';
import {
  contractStarted,
  euros,
  invoiced,
  line,
  lineCompleted,
  lineFailed,
  renewalApproved,
  renewalQuoted,
  renewalRequested,
} from './examples.spec';
import { renewalStream } from './renewal-stream';
import { startContract } from './start-contract';
import { withdrawRenewal } from './withdraw-renewal';

const given = specification(renewalStream);
const approved = [renewalRequested(), renewalApproved];
const completed = (outcome: RenewalCompleted['data']['outcome']): RenewalCompleted => ({
  type: 'RenewalCompleted',
  data: { outcome },
});

describe('starting a contract', () => {
  const onTheDay = { now: on('2026-03-11', 0) };

  it('waits for its day', () => {
    given(invoiced)
      .when(startContract, contractStarted.data, { now: on('2026-03-10', 23) })
      .thenRefused('TERM_OVERLAP', '2026-03-11');
    given(invoiced).when(startContract, contractStarted.data, onTheDay).then([contractStarted]);
  });

  it('is done once, also after the completion', () => {
    given([...invoiced, contractStarted])
      .when(startContract, contractStarted.data, onTheDay)
      .thenNothing();
    given([...invoiced, lineCompleted, completed('success')])
      .when(startContract, contractStarted.data, onTheDay)
      .then([contractStarted]);
  });

  it('needs the invoice [L17][L29]', () =>
    given(approved).when(startContract, contractStarted.data, onTheDay).thenRefused('INVOICE_REQUIRED'));

  it('never overlaps the old term', () =>
    given(invoiced)
      .when(startContract, { ...contractStarted.data, startsOn: isoDate('2026-03-10') }, onTheDay)
      .thenRefused('TERM_OVERLAP', 'runs to 2026-03-10'));

  it('is of a line of the renewal', () =>
    given(invoiced)
      .when(startContract, { ...contractStarted.data, subject: { kind: 'license', id: license('stranger') } }, onTheDay)
      .thenRefused('NOT_FOUND'));
});

describe('completing a renewal', () => {
  const secondSubject = { ...oldLicense, id: license('second') };
  const ofTwo = [
    renewalRequested({ lines: [line(), line({ subject: secondSubject, amount: euros(15) })] }),
    ...invoiced.slice(1),
  ];
  const completion = { creditId: 'C-1', by: byClockwork };

  it('waits for every line', () => {
    given(invoiced).when(completeLine, lineCompleted.data).then([lineCompleted]);
    given([...ofTwo, lineCompleted])
      .when(completeRenewal, completion)
      .thenNothing();
    given([...invoiced, lineCompleted])
      .when(completeRenewal, completion)
      .then([completed('success')]);
  });

  const secondFailed = { ...lineFailed, data: { ...lineFailed.data, subject: secondSubject } };
  const credit = (amount: number): CreditIssued => ({
    type: 'CreditIssued',
    data: {
      ...completion,
      lines: [{ subject: secondSubject, amount: euros(amount) }],
      reason: 'These lines could not be renewed.',
    },
  });

  it('is partial when a line failed, which is credited', () => {
    given(ofTwo).when(failLine, secondFailed.data).then([secondFailed]);
    given([...ofTwo, lineCompleted, secondFailed])
      .when(completeRenewal, completion)
      .then([completed('partial-failure'), credit(15)]);
  });

  it('credits of what failed only what was not credited before', () => {
    given([...ofTwo, lineCompleted, secondFailed, credit(5)])
      .when(completeRenewal, completion)
      .then([completed('partial-failure'), credit(10)]);
    given([...ofTwo, lineCompleted, secondFailed, credit(15)])
      .when(completeRenewal, completion)
      .then([completed('partial-failure')]);
  });

  it('is done once, and each line as well', () => {
    given([...invoiced, lineCompleted])
      .when(completeLine, lineCompleted.data)
      .thenNothing();
    given([...invoiced, lineCompleted])
      .when(failLine, lineFailed.data)
      .thenNothing();
    given([...invoiced, lineCompleted, completed('success')])
      .when(completeRenewal, completion)
      .thenNothing();
  });

  it('needs the invoice', () => {
    given(approved).when(completeLine, lineCompleted.data).thenRefused('INVOICE_REQUIRED');
    given(approved).when(completeRenewal, completion).thenRefused('INVOICE_REQUIRED');
  });
});

describe('withdrawing a renewal', () => {
  const withdrawn = (reason: RenewalWithdrawn['data']['reason']): RenewalWithdrawn => ({
    type: 'RenewalWithdrawn',
    data: { reason, by: byClockwork },
  });
  const expired = withdrawn('expired');
  const abandoned = withdrawn('abandoned');

  it('at the expiry ends what nobody approved', () => {
    given([renewalRequested()]).when(withdrawRenewal, expired.data).then([expired]);
    given([renewalRequested(), renewalQuoted()]).when(withdrawRenewal, expired.data).then([expired]);
    given(approved).when(withdrawRenewal, expired.data).thenNothing();
    given(invoiced).when(withdrawRenewal, expired.data).thenNothing();
    given([renewalRequested({ late: true })])
      .when(withdrawRenewal, expired.data)
      .thenNothing();
  });

  it('with recurring billing ends what that opened and nobody approved [L8]', () => {
    const cancelled = withdrawn('cancelled');
    const opened = renewalRequested({ source: 'automatic' });
    given([opened]).when(withdrawRenewal, cancelled.data).then([cancelled]);
    given([opened, renewalApproved]).when(withdrawRenewal, cancelled.data).thenNothing();
    given([renewalRequested({ source: 'sales' })])
      .when(withdrawRenewal, cancelled.data)
      .thenNothing();
  });

  it('as abandoned ends only what was never requested', () => {
    given([]).when(withdrawRenewal, abandoned.data).then([abandoned]);
    given([renewalRequested()]).when(withdrawRenewal, abandoned.data).thenNothing();
  });

  it('by a person ends it before the invoice', () => {
    given(approved)
      .when(withdrawRenewal, withdrawn('by-sales').data)
      .then([withdrawn('by-sales')]);
    given(invoiced).when(withdrawRenewal, withdrawn('by-sales').data).thenRefused('NOT_ALLOWED', 'credit');
    given([]).when(withdrawRenewal, withdrawn('by-sales').data).thenRefused('NOT_FOUND');
  });

  it('with a terminated license ends it at any time before its completion', () => {
    given(invoiced)
      .when(withdrawRenewal, withdrawn('terminated').data)
      .then([withdrawn('terminated')]);
    given([...invoiced, lineCompleted, completed('success')])
      .when(withdrawRenewal, withdrawn('terminated').data)
      .thenNothing();
  });

  it('leaves what was completed by then to start, and nothing else', () => {
    const ended = withdrawn('terminated');
    given([...invoiced, lineCompleted, ended])
      .when(startContract, contractStarted.data, { now: on('2026-03-11', 0) })
      .then([contractStarted]);
    given([...invoiced, lineCompleted, ended, contractStarted])
      .when(startContract, contractStarted.data, { now: on('2026-03-11', 0) })
      .thenNothing();
    given([...invoiced, ended])
      .when(startContract, contractStarted.data, { now: on('2026-03-11', 0) })
      .thenRefused('RENEWAL_ENDED');
  });

  it('is done once', () => given([abandoned]).when(withdrawRenewal, expired.data).thenNothing());
});
