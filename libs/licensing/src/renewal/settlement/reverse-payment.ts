import { enforce, refused, type Rule } from '../../shared/rule';
import { billOf, type Renewal } from '../state';
import type { RenewalPayment } from './bill';
import type { RenewalPaymentReversed } from './events';
import { hasBill, hasReason } from './rules';

export type ReverseRenewalPayment = Pick<RenewalPaymentReversed['data'], 'paymentId' | 'reason' | 'by'>;

const isOnRecord: Rule<Renewal, ReverseRenewalPayment, object> = (renewal, { paymentId }) =>
  paymentOf(renewal, paymentId)
    ? undefined
    : refused('NOT_FOUND', `No payment ${paymentId} is on record for this renewal. Read the renewal for those it has.`);

const rules = [hasBill, hasReason, isOnRecord];

/**
 * A payment bounced. Before its contracts start the renewal stays invoiced and is unpaid again; a contract that runs
 * goes on, and sales credits and terminates where it must.
 */
export function reverseRenewalPayment(renewal: Renewal, command: ReverseRenewalPayment): RenewalPaymentReversed[] {
  const payment = paymentOf(renewal, command.paymentId);
  if (payment?.reversal) return [];
  enforce(rules, renewal, command, {});
  if (!payment || renewal.stage === 'unrequested') return [];
  const contractRuns = renewal.lines.some(({ started }) => started);
  return [{ type: 'RenewalPaymentReversed', data: { ...command, amount: payment.amount, contractRuns } }];
}

function paymentOf(renewal: Renewal, paymentId: string): RenewalPayment | undefined {
  return billOf(renewal)?.payments.find((payment) => payment.paymentId === paymentId);
}
