import type { RenewalDocument } from '../../../api/src/renewals/renewal.document';
import type { SettlementDocument } from '../../../api/src/renewals/settlement.document';
import { type Html, html } from '../page/html';
import { badge, type Tone } from '../words/badges';
import { shortDay } from '../words/dates';
import { price } from '../words/money';
import type { Names } from '../words/names';

/** The invoice, and what came in and went back. */
export function billing({ id, invoice, settlement, confirmedTo = [] }: RenewalDocument, names: Names): Html | false {
  if (!invoice) return false;
  return html`<p>
      Invoiced at <strong>${price(invoice.total)}</strong> on
      ${shortDay(invoice.issuedOn)}${invoice.poNumber !== undefined && `, for purchase order ${invoice.poNumber}`}.
      ${settlement && badge(words[settlement.status], tones[settlement.status])}
    </p>
    ${settlement && movements(settlement)}
    <p><a href="/renewals/${id}/receipt.pdf" download>Receipt as PDF</a></p>
    ${
      confirmedTo.length > 0 &&
      html`<p class="sub">Confirmed by mail to ${confirmedTo.map((contact) => names.contact(contact)).join(', ')}.</p>`
    }`;
}

function movements({ payments, credits, balance }: SettlementDocument): Html | false {
  const lines = [
    ...payments.map(({ amount, method, paidOn, reversedBecause }) =>
      reversedBecause === undefined
        ? html`<li>Paid ${price(amount)} by ${method} on ${shortDay(paidOn)}</li>`
        : html`<li>
            <s>Paid ${price(amount)} by ${method} on ${shortDay(paidOn)}</s>
            <span class="sub">It bounced: ${reversedBecause}</span>
          </li>`,
    ),
    ...credits.flatMap(({ lines: credited, reason }) =>
      credited.map(({ amount }) => html`<li>Credited ${price(amount)} <span class="sub">${reason}</span></li>`),
    ),
    balance.open.amountMinor > 0 && html`<li>Open: <strong>${price(balance.open)}</strong></li>`,
    balance.refundable.amountMinor > 0 && html`<li>To be paid back: <strong>${price(balance.refundable)}</strong></li>`,
  ];
  return html`<ul class="plain">
    ${lines}
  </ul>`;
}

type Status = SettlementDocument['status'];

const words: Readonly<Record<Status, string>> = {
  unpaid: 'not paid yet',
  'partly-paid': 'paid in part',
  settled: 'settled',
  refundable: 'to be paid back',
};

const tones: Readonly<Record<Status, Tone>> = {
  unpaid: 'quiet',
  'partly-paid': 'warm',
  settled: 'good',
  refundable: 'warm',
};
