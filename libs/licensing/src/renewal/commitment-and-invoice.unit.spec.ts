import { oldTerm } from '../license/examples.spec';
import { bySupport, license, oldLicense, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import type { InvoiceId, Subject } from '../shared/words';
import { isoDate } from '../term';
import type { CommitmentReceived } from './events';
import {
  euros,
  invoiced,
  invoiceGenerated,
  line,
  purchaseOrder,
  renewalApproved,
  renewalQuoted,
  renewalRequested,
} from './examples.spec';
import { generateInvoice } from './generate-invoice';
import { recordCommitment } from './record-commitment';
import { renewalStream } from './renewal-stream';

const given = specification(renewalStream);
const approved = [renewalRequested(), renewalApproved];

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

  it('is for lines of the renewal, all or some', () => {
    const forOne = { ...purchaseOrder('PO-1').data, subjects: [oldLicense] };
    given(approved)
      .when(recordCommitment, forOne)
      .then([{ type: 'CommitmentReceived', data: forOne }]);
    given(approved)
      .when(recordCommitment, { ...forOne, subjects: [{ kind: 'license', id: license('stranger') }] })
      .thenRefused('NOT_FOUND', 'stranger');
    given(approved)
      .when(recordCommitment, { ...forOne, subjects: [] })
      .thenRefused('INVALID_INPUT', 'no line');
  });

  it('may come again for another line', () => {
    const forOne = { ...purchaseOrder('PO-1').data, subjects: [oldLicense] };
    given([...approved, { type: 'CommitmentReceived', data: forOne }])
      .when(recordCommitment, forOne)
      .thenNothing();
    given([...approved, { type: 'CommitmentReceived', data: forOne }])
      .when(recordCommitment, purchaseOrder('PO-1').data)
      .then([purchaseOrder('PO-1')]);
  });

  it('takes the place of a wrong one, also when it is on record itself', () => {
    const corrected = { ...purchaseOrder('PO-1').data, replaces: 'PO-2' };
    const both = [...approved, purchaseOrder('PO-1'), purchaseOrder('PO-2')];
    const correction: CommitmentReceived = { type: 'CommitmentReceived', data: corrected };
    given(both).when(recordCommitment, corrected).then([correction]);
    given([...both, correction])
      .when(recordCommitment, corrected)
      .thenNothing();
    given([...both, correction])
      .when(generateInvoice, { invoiceId: 'I-1' as InvoiceId }, { now: on('2026-02-02'), terms: [oldTerm] })
      .then([invoiceGenerated(isoDate('2026-02-02'), 'PO-1')]);
  });

  it('may correct one that is on record, and no other', () => {
    const corrected = { ...purchaseOrder('PO-2').data, replaces: 'PO-1' };
    given([...approved, purchaseOrder('PO-1')])
      .when(recordCommitment, corrected)
      .then([{ type: 'CommitmentReceived', data: corrected }]);
    given(approved).when(recordCommitment, corrected).thenRefused('NOT_FOUND', 'PO-1');
    given([...approved, purchaseOrder('PO-1'), { type: 'CommitmentReceived', data: corrected }])
      .when(generateInvoice, { invoiceId: 'I-1' as InvoiceId }, { now: on('2026-02-02'), terms: [oldTerm] })
      .then([invoiceGenerated(isoDate('2026-02-02'), 'PO-2')]);
  });
});

describe('generating the invoice', () => {
  const invoiceId = 'I-1' as InvoiceId;
  const inFebruary = { now: on('2026-02-02'), terms: [oldTerm] };
  const committedBySales = [renewalRequested({ commitmentRequired: true }), renewalApproved];
  const signed: CommitmentReceived = {
    type: 'CommitmentReceived',
    data: { ...purchaseOrder('D-1').data, kind: 'signed-document' },
  };

  it('is on the day in the zone of the license', () =>
    given(approved)
      .when(generateInvoice, { invoiceId }, { now: on('2026-02-03', 0), terms: [oldTerm] })
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

  it('needs a purchase order or a signed document where the channel asks for one [L19]', () => {
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
      .thenRefused('MIXED_PURCHASE_ORDERS', 'PO-1 for old and PO-9 for old');
    given([...approved, purchaseOrder('PO-1'), purchaseOrder('PO-2')])
      .when(generateInvoice, { invoiceId, poNumber: 'PO-1' }, inFebruary)
      .thenRefused('MIXED_PURCHASE_ORDERS');
    given(approved)
      .when(generateInvoice, { invoiceId, poNumber: 'PO-9' }, inFebruary)
      .then([invoiceGenerated(isoDate('2026-02-02'), 'PO-9')]);
  });

  const second = { ...oldLicense, id: license('second') };
  const ofTwo = [
    renewalRequested({ lines: [line(), line({ subject: second })], commitmentRequired: true }),
    renewalApproved,
  ];
  const orderFor = (reference: string, subject: Subject): CommitmentReceived => ({
    type: 'CommitmentReceived',
    data: { ...purchaseOrder(reference).data, subjects: [subject] },
  });

  it('says for which lines the purchase orders are, when they are several', () =>
    given([...ofTwo, orderFor('PO-1', oldLicense), orderFor('PO-2', second)])
      .when(generateInvoice, { invoiceId }, inFebruary)
      .thenRefused('MIXED_PURCHASE_ORDERS', 'PO-1 for old and PO-2 for second'));

  it('asks for a commitment to every line [L19]', () => {
    given([...ofTwo, orderFor('PO-1', oldLicense)])
      .when(generateInvoice, { invoiceId }, inFebruary)
      .thenRefused('COMMITMENT_REQUIRED', 'needed first, for second.');
    given([...ofTwo, orderFor('PO-1', oldLicense), { ...signed, data: { ...signed.data, subjects: [second] } }])
      .when(generateInvoice, { invoiceId }, inFebruary)
      .then([
        { ...invoiceGenerated(isoDate('2026-02-02'), 'PO-1'), data: expect.objectContaining({ total: euros(120) }) },
      ]);
  });

  it('is refused when a term that runs on from the old expiry is over by then', () => {
    const late = [
      renewalRequested({ late: true }),
      { type: 'LateRenewalAuthorized', data: { basis: 'from-expiry', by: bySupport } } as const,
      renewalApproved,
    ];
    const invoicing = (now: number) => given(late).when(generateInvoice, { invoiceId }, { now, terms: [oldTerm] });
    invoicing(on('2027-03-10', 23)).then([invoiceGenerated(isoDate('2027-03-10'))]);
    invoicing(on('2027-03-11', 0)).thenRefused('INVALID_DATE', /2027-03-10.*from-now/);
  });
});
