import { oldTerm } from '../license/examples.spec';
import { portalPolicy } from '../policy/examples.spec';
import { berlin, byAnn, license, oldLicense, renewalId } from '../shared/examples.spec';
import type { InvoiceId, IsoDate, Money } from '../shared/words';
import { isoDate } from '../term';
import type {
  CommitmentReceived,
  ContractStarted,
  InvoiceGenerated,
  RenewalApproved,
  RenewalLine,
  RenewalLineCompleted,
  RenewalLineFailed,
  RenewalQuoted,
  RenewalRequested,
} from './events';

export const euros = (amount: number): Money => ({ amountMinor: amount * 100, currency: 'EUR' });

export function line(data: Partial<RenewalLine> = {}): RenewalLine {
  return {
    subject: oldLicense,
    currentExpiresOn: oldTerm.expiresOn,
    zone: berlin,
    quota: 5,
    amount: euros(60),
    ...data,
  };
}

export function renewalRequested(data: Partial<RenewalRequested['data']> = {}): RenewalRequested {
  return {
    type: 'RenewalRequested',
    data: {
      renewalId,
      source: 'single',
      requestedBy: byAnn,
      lines: [line()],
      refused: [],
      policy: portalPolicy.id,
      late: false,
      commitmentRequired: false,
      startsUpon: 'invoice',
      graceDays: 0,
      quoteValidDays: 30,
      ...data,
    },
  };
}

export function renewalQuoted(data: Partial<RenewalQuoted['data']> = {}): RenewalQuoted {
  return {
    type: 'RenewalQuoted',
    data: { quoteId: 'Q-1', total: euros(60), validUntil: isoDate('2026-03-03'), proforma: false, ...data },
  };
}

export const renewalApproved: RenewalApproved = {
  type: 'RenewalApproved',
  data: {
    approvedBy: byAnn,
    lines: [{ subject: oldLicense, earliestStart: isoDate('2026-03-11') }],
  },
};

export function purchaseOrder(reference: string): CommitmentReceived {
  return { type: 'CommitmentReceived', data: { kind: 'purchase-order', reference, recordedBy: byAnn } };
}

export function invoiceGenerated(issuedOn: IsoDate, poNumber?: string): InvoiceGenerated {
  return {
    type: 'InvoiceGenerated',
    data: { invoiceId: 'I-1' as InvoiceId, ...(poNumber && { poNumber }), total: euros(60), issuedOn },
  };
}

export const contractStarted: ContractStarted = {
  type: 'ContractStarted',
  data: { subject: oldLicense, successorId: license('new'), startsOn: isoDate('2026-03-11') },
};

export const lineCompleted: RenewalLineCompleted = {
  type: 'RenewalLineCompleted',
  data: {
    subject: oldLicense,
    successorId: license('new'),
    startsOn: isoDate('2026-03-11'),
    newExpiresOn: isoDate('2027-03-10'),
  },
};

export const lineFailed: RenewalLineFailed = {
  type: 'RenewalLineFailed',
  data: { subject: oldLicense, code: 'LICENSE_TERMINATED', message: 'It was terminated.' },
};

export const invoiced = [renewalRequested(), renewalApproved, invoiceGenerated(isoDate('2026-02-02'))];
