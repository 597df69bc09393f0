import {
  balanceOf,
  billOf,
  issueCredit,
  type LineToCredit,
  localDate,
  type Money,
  recordRenewalPayment,
  type Renewal,
  type RenewalEvent,
  reverseRenewalPayment,
  zone,
} from '@renewals/licensing';
import type { Acts } from '../../lives';
import type { Desk } from '../desk';
import { bySales } from '../sold';
import { chosen, recent } from './choosing';

type Act = Acts<Desk>[string];

function settle(decide: (renewal: Renewal, desk: Desk, which: number) => readonly RenewalEvent[]): Act {
  return (desk, which) => {
    recent(desk.renewals, which)?.decide(desk.now, (state) => decide(state, desk, which));
  };
}

const pay = (amountOf: (open: Money, which: number) => number) =>
  settle((renewal, { now }, which) => {
    const bill = billOf(renewal);
    const open = bill ? balanceOf(bill).open : { amountMinor: 0, currency: 'EUR' };
    const amount = { ...open, amountMinor: amountOf(open, which) };
    const paidOn = localDate(now, zone('UTC'));
    const payment = { paymentId: `payment ${now}`, amount, method: 'wire' as const, paidOn, by: bySales };
    return recordRenewalPayment(renewal, payment, { now });
  });

const credit = (
  lineToCredit: (line: { readonly subject: LineToCredit['subject'] }, desk: Desk, which: number) => LineToCredit,
) =>
  settle((renewal, desk, which) => {
    const line = 'lines' in renewal ? chosen(renewal.lines, which) : undefined;
    if (!line) return [];
    const lines = [lineToCredit(line, desk, which)];
    return issueCredit(renewal, { creditId: `credit ${desk.now}`, lines, reason: 'asked for', by: bySales });
  });

export const settling: Acts<Desk> = {
  pay: pay((open) => open.amountMinor),
  payInPart: pay((open, which) => Math.floor(open.amountMinor / (which + 2))),
  payTooMuch: pay((open, which) => open.amountMinor + which),
  bounce: settle((renewal, _desk, which) => {
    const payment = chosen(billOf(renewal)?.payments ?? [], which);
    const { paymentId } = payment ?? { paymentId: 'none' };
    return reverseRenewalPayment(renewal, { paymentId, reason: 'no cover', by: bySales });
  }),
  credit: credit(({ subject }, _desk, which) => ({
    subject,
    amount: { amountMinor: 1 + which * 501, currency: 'EUR' },
  })),
  creditUnused: credit(({ subject }, { now }) => ({ subject, unusedFrom: localDate(now, zone('UTC')) })),
};
