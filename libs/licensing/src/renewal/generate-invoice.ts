import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { InvoiceId } from '../shared/words';
import { localDate } from '../term';
import type { InvoiceGenerated } from './events';
import { hasNotEnded, isNotInvoiced, isRequested } from './rules';
import { firstLine, isInvoiced, isOpen, type Renewal, type RunningRenewal } from './state';
import { totalOf } from './total';

export interface GenerateInvoice {
  readonly invoiceId: InvoiceId;
  /** Left out, the purchase order on record. */
  readonly poNumber?: string;
}

type InvoiceRule = Rule<Renewal, GenerateInvoice, AtTime>;

const isApproved: InvoiceRule = (renewal) =>
  renewal.stage === 'requested' || renewal.stage === 'quoted'
    ? refused('RENEWAL_NOT_APPROVED', 'This renewal is not approved yet. Have it approved, then generate the invoice.')
    : undefined;

const isCommitted: InvoiceRule = (renewal) =>
  isOpen(renewal) && renewal.request.commitmentRequired && renewal.commitments.length === 0
    ? refused(
        'COMMITMENT_REQUIRED',
        'This renewal needs a purchase order or a signed document first. Record it, then generate the invoice.',
      )
    : undefined;

const namesOnePurchaseOrder: InvoiceRule = (renewal, { poNumber }) => {
  const numbers = new Set([...purchaseOrders(renewal), ...(poNumber === undefined ? [] : [poNumber])]);
  return numbers.size > 1
    ? refused(
        'MIXED_PURCHASE_ORDERS',
        `One invoice names one purchase order, not ${[...numbers].join(' and ')}. Split the renewal, or correct the number.`,
      )
    : undefined;
};

const rules: readonly InvoiceRule[] = [
  isRequested,
  hasNotEnded,
  isNotInvoiced,
  isApproved,
  isCommitted,
  namesOnePurchaseOrder,
];

/** The new contract starts once its invoice has been generated (L). The invoice's day is a day in the first line's zone. */
export function generateInvoice(renewal: Renewal, command: GenerateInvoice, decision: AtTime): InvoiceGenerated[] {
  if (isInvoiced(renewal) && renewal.invoice.invoiceId === command.invoiceId) return [];
  enforce(rules, renewal, command, decision);
  return isOpen(renewal) ? [invoice(renewal, command, decision)] : [];
}

function invoice(renewal: RunningRenewal, { invoiceId, poNumber }: GenerateInvoice, { now }: AtTime): InvoiceGenerated {
  const [onRecord] = purchaseOrders(renewal);
  const number = poNumber ?? onRecord;
  return {
    type: 'InvoiceGenerated',
    data: {
      invoiceId,
      ...(number !== undefined && { poNumber: number }),
      total: totalOf(renewal),
      issuedOn: localDate(now, firstLine(renewal).zone),
    },
  };
}

function purchaseOrders(renewal: Renewal): readonly string[] {
  if (!isOpen(renewal)) return [];
  return renewal.commitments.filter(({ kind }) => kind === 'purchase-order').map(({ reference }) => reference);
}
