import { enforce, refused, type Rule } from '../shared/rule';
import type { InvoiceId } from '../shared/words';
import { localDate } from '../term';
import type { InvoiceGenerated } from './events';
import { purchaseOrdersOf, uncommittedLines } from './purchase-orders';
import { endsInTheFuture, hasNotEnded, isNotInvoiced, isRequested, type OverTerms } from './rules';
import { firstLine, isInvoiced, isOpen, type Line, type Renewal, type RunningRenewal } from './state';
import { totalOf } from './total';

export interface GenerateInvoice {
  readonly invoiceId: InvoiceId;
  /** Left out, the purchase order on record. */
  readonly poNumber?: string;
}

type InvoiceRule = Rule<Renewal, GenerateInvoice, OverTerms>;

const isApproved: InvoiceRule = (renewal) =>
  renewal.stage === 'requested' || renewal.stage === 'quoted'
    ? refused('RENEWAL_NOT_APPROVED', 'This renewal is not approved yet. Have it approved, then generate the invoice.')
    : undefined;

const isCommitted: InvoiceRule = (renewal) => {
  if (!isOpen(renewal) || !renewal.request.commitmentRequired) return undefined;
  const lines = uncommittedLines(renewal);
  return lines.length > 0
    ? refused(
        'COMMITMENT_REQUIRED',
        `A purchase order or a signed document is needed first, for ${idsOf(lines)}. Record it, then generate the invoice.`,
      )
    : undefined;
};

const namesOnePurchaseOrder: InvoiceRule = (renewal, { poNumber }) => {
  if (!isOpen(renewal)) return undefined;
  const orders = new Map(purchaseOrdersOf(renewal));
  if (poNumber !== undefined && !orders.has(poNumber)) orders.set(poNumber, renewal.lines);
  if (orders.size <= 1) return undefined;
  const each = [...orders].map(([number, lines]) => `${number} for ${idsOf(lines)}`);
  return refused(
    'MIXED_PURCHASE_ORDERS',
    `One invoice names one purchase order, not ${each.join(' and ')}. Correct a wrong number, or withdraw this renewal and request one for each purchase order.`,
  );
};

/** Support's choice was checked when it was made; since then the new term may have ended as well. */
const isStillWorthIt: InvoiceRule = (renewal, _command, decision) =>
  isOpen(renewal) && renewal.lateBasis !== undefined ? endsInTheFuture(renewal.lateBasis, decision) : undefined;

const rules: readonly InvoiceRule[] = [
  isRequested,
  hasNotEnded,
  isNotInvoiced,
  isApproved,
  isCommitted,
  namesOnePurchaseOrder,
  isStillWorthIt,
];

/** The new contract starts once its invoice has been generated (L). The invoice's day is a day in the first line's zone. */
export function generateInvoice(renewal: Renewal, command: GenerateInvoice, decision: OverTerms): InvoiceGenerated[] {
  if (isInvoiced(renewal) && renewal.invoice.invoiceId === command.invoiceId) return [];
  enforce(rules, renewal, command, decision);
  return isOpen(renewal) ? [invoice(renewal, command, decision)] : [];
}

function invoice(
  renewal: RunningRenewal,
  { invoiceId, poNumber }: GenerateInvoice,
  { now }: OverTerms,
): InvoiceGenerated {
  const [onRecord] = purchaseOrdersOf(renewal).keys();
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

function idsOf(lines: readonly Line[]): string {
  return lines.map(({ subject }) => subject.id).join(', ');
}
