import { byClockwork, license, oldLicense, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import type { InvoiceId } from '../shared/words';
import { isoDate } from '../term';
import { completeLine, failLine } from './complete-line';
import { completeRenewal } from './complete-renewal';
import type { CommitmentReceived, RenewalCompleted, RenewalWithdrawn } from './events';
import {
  contractStarted,
  euros,
  invoiced,
  invoiceGenerated,
  line,
  lineCompleted,
  lineFailed,
  purchaseOrder,
  renewalApproved,
  renewalQuoted,
  renewalRequested,
} from './examples.spec';
import { generateInvoice } from './generate-invoice';
import { recordCommitment } from './record-commitment';
import { renewalStream } from './renewal-stream';
import { startContract } from './start-contract';
import { withdrawRenewal } from './withdraw-renewal';

const given = specification(renewalStream);
const approved = [renewalRequested(), renewalApproved];
const completed = (outcome: RenewalCompleted['data']['outcome']): RenewalCompleted => ({
  type: 'RenewalCompleted',
  data: { outcome },
});

describe('recording a commitment', () => {
  it('keeps each once, before the approval or after it', () => {
    given([renewalRequested()])
      .when(recordCommitment, purchaseOrder('PO-1').data)
      .then([purchaseOrder('PO-1')]);
    given([...approved, purchaseOrder('PO-1')])
      .when(recordCommitment, purchaseOrder('PO-1').data)
      .thenNothing();
    given([...approved, purchaseOrder('PO-1')])
      .when(recordCommitment, purchaseOrder('PO-2').data)
      .then([purchaseOrder('PO-2')]);
  });

  it('has a number', () =>
    given(approved).when(recordCommitment, purchaseOrder(' ').data).thenRefused('INVALID_INPUT'));
});

describe('generating the invoice', () => {
  const invoiceId = 'I-1' as InvoiceId;
  const inFebruary = { now: on('2026-02-02') };
  const committedBySales = [renewalRequested({ commitmentRequired: true }), renewalApproved];
  const signed: CommitmentReceived = {
    type: 'CommitmentReceived',
    data: { ...purchaseOrder('D-1').data, kind: 'signed-document' },
  };

  it('is on the day in the zone of the license', () =>
    given(approved)
      .when(generateInvoice, { invoiceId }, { now: on('2026-02-03', 0) })
      .then([invoiceGenerated(isoDate('2026-02-03'))]));

  it('is done once', () => {
    given(invoiced).when(generateInvoice, { invoiceId }, inFebruary).thenNothing();
    given(invoiced)
      .when(generateInvoice, { invoiceId: 'I-2' as InvoiceId }, inFebruary)
      .thenRefused('NOT_ALLOWED', 'I-1');
  });

  it('needs the approval', () => {
    given([renewalRequested()]).when(generateInvoice, { invoiceId }, inFebruary).thenRefused('RENEWAL_NOT_APPROVED');
    given([renewalRequested(), renewalQuoted()])
      .when(generateInvoice, { invoiceId }, inFebruary)
      .thenRefused('RENEWAL_NOT_APPROVED');
  });

  it('needs a purchase order or a signed document where the channel asks for one', () => {
    given(committedBySales).when(generateInvoice, { invoiceId }, inFebruary).thenRefused('COMMITMENT_REQUIRED');
    given([...committedBySales, signed])
      .when(generateInvoice, { invoiceId }, inFebruary)
      .then([invoiceGenerated(isoDate('2026-02-02'))]);
    given([...committedBySales, purchaseOrder('PO-1')])
      .when(generateInvoice, { invoiceId }, inFebruary)
      .then([invoiceGenerated(isoDate('2026-02-02'), 'PO-1')]);
  });

  it('names one purchase order', () => {
    given([...approved, purchaseOrder('PO-1')])
      .when(generateInvoice, { invoiceId, poNumber: 'PO-9' }, inFebruary)
      .thenRefused('MIXED_PURCHASE_ORDERS', 'PO-1 and PO-9');
    given([...approved, purchaseOrder('PO-1'), purchaseOrder('PO-2')])
      .when(generateInvoice, { invoiceId, poNumber: 'PO-1' }, inFebruary)
      .thenRefused('MIXED_PURCHASE_ORDERS');
    given(approved)
      .when(generateInvoice, { invoiceId, poNumber: 'PO-9' }, inFebruary)
      .then([invoiceGenerated(isoDate('2026-02-02'), 'PO-9')]);
  });
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

  it('needs the invoice', () =>
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

  it('waits for every line', () => {
    given(invoiced).when(completeLine, lineCompleted.data).then([lineCompleted]);
    given([...ofTwo, lineCompleted])
      .when(completeRenewal, {})
      .thenNothing();
    given([...invoiced, lineCompleted])
      .when(completeRenewal, {})
      .then([completed('success')]);
  });

  it('is partial when a line failed', () => {
    const secondFailed = { ...lineFailed, data: { ...lineFailed.data, subject: secondSubject } };
    given(ofTwo).when(failLine, secondFailed.data).then([secondFailed]);
    given([...ofTwo, lineCompleted, secondFailed])
      .when(completeRenewal, {})
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
      .when(completeRenewal, {})
      .thenNothing();
  });

  it('needs the invoice', () => {
    given(approved).when(completeLine, lineCompleted.data).thenRefused('INVOICE_REQUIRED');
    given(approved).when(completeRenewal, {}).thenRefused('INVOICE_REQUIRED');
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

  it('is done once', () => given([abandoned]).when(withdrawRenewal, expired.data).thenNothing());
});
