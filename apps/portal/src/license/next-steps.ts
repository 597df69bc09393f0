import type { RenewalDocument } from '../../../api/src/renewals/renewal.document';
import { type Html, html } from '../page/html';
import { shortDay } from '../words/dates';
import { price } from '../words/money';
import { type Buttons, hidden } from './buttons';

/** While it is open, what can be done about the whole renewal; nothing once it is invoiced. */
export function nextSteps(renewal: RenewalDocument, to: Buttons): Html | false {
  const of = hidden('renewalId', renewal.id);
  switch (renewal.stage) {
    case 'requested':
    case 'quoted':
      return html`${renewal.quote && quoteLine(renewal.id, renewal.quote)}
        <p>${renewal.stage === 'quoted' ? 'It waits for the quote to be accepted.' : 'It waits for approval.'}</p>
        ${renewal.quote && to.button('accept-quote', 'Accept the quote', html`${of}${hidden('quoteId', renewal.quote.quoteId)}`, 'primary')}
        ${to.button('approve', 'Approve', of, renewal.quote ? 'plain' : 'primary')}
        ${to.button('quote', renewal.quote ? 'Quote again' : 'Give a quote', of)} ${renewal.late && late(of, to)}
        ${commitmentForm(renewal, of, to)} ${to.button('withdraw', 'Withdraw', of, 'link')}`;
    case 'approved':
      return html`<p>Approved. The new contract starts once it is invoiced, and not before the old term is over.</p>
        ${commitmentsList(renewal)} ${commitmentForm(renewal, of, to)}
        ${to.button('invoice', 'Generate the invoice', of, 'primary')} ${to.button('withdraw', 'Withdraw', of, 'link')}`;
    default:
      return false;
  }
}

function quoteLine(id: string, { total, validUntil, proforma }: NonNullable<RenewalDocument['quote']>): Html {
  return html`<p>Quoted at <strong>${price(total)}</strong>, open until ${shortDay(validUntil)}.</p>
    ${proforma && html`<p><a href="/renewals/${id}/quote/proforma.pdf" download>Proforma as PDF</a></p>`}`;
}

function late(of: Html, to: Buttons): Html {
  return html`<p class="sub">The term was over when it was asked for: support chooses where the new one starts.</p>
    ${to.button('authorize-late', 'Run on from the old expiry', html`${of}${hidden('basis', 'from-expiry')}`)}
    ${to.button('authorize-late', 'Start now', html`${of}${hidden('basis', 'from-now')}`)}`;
}

function commitmentsList({ commitments = [] }: RenewalDocument): Html | false {
  return (
    commitments.length > 0 &&
    html`<ul class="plain">
      ${commitments.map(({ kind, reference }) => html`<li>${kind === 'purchase-order' ? 'Purchase order' : 'Signed document'} <strong>${reference}</strong></li>`)}
    </ul>`
  );
}

function commitmentForm(
  { commitmentRequired, commitments = [] }: RenewalDocument,
  of: Html,
  to: Buttons,
): Html | false {
  const fields = html`${of}
    <label
      >Commitment<select name="kind">
        <option value="purchase-order">Purchase order</option>
        <option value="signed-document">Signed document</option>
      </select></label
    >
    <label>Its number<input name="reference" required maxlength="200" autocomplete="off" /></label>`;
  const form = to.button('commit', 'Record it', fields);
  if (!form) return false;
  const isNeeded = commitmentRequired === true && commitments.length === 0;
  return html`<details${isNeeded && html` open`}><summary>${isNeeded ? 'A purchase order or signature is needed' : 'Record a purchase order or signature'}</summary>${form}</details>`;
}
