import type { Caller } from '../../../api/src/identity/caller';
import type { RenewalDocument } from '../../../api/src/renewals/renewal.document';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { day, shortDay } from '../words/dates';
import { price } from '../words/money';
import { type ActionName, mayUse } from './actions';
import type { LicenseStory } from './license-story';

/** What can be done now, the next step first. What is refused says so when it is tried. */
export function renewalPanel(frame: Frame, story: LicenseStory, caller: Caller): Html {
  const to = new Buttons(frame, story.license.id, caller);
  return html`<section class="card panel">
    <h2>Renewal</h2>
    ${story.renewal && story.renewal.stage !== 'withdrawn' ? running(story.renewal, story, to) : notRequested(story, to)}
    ${recurringBilling(story, to)}
  </section>`;
}

/** Forms for what this person may do here; nothing is drawn for the others. */
class Buttons {
  constructor(
    private readonly frame: Frame,
    private readonly licenseId: string,
    private readonly caller: Caller,
  ) {}

  button(action: ActionName, label: string, fields: Html, look: 'primary' | 'plain' | 'link' = 'plain'): Html | false {
    if (this.frame.mode === 'virtual' || !mayUse(action, this.caller)) return false;
    return html`<form method="post" action="/portal/licenses/${this.licenseId}/${action}">
      <input type="hidden" name="once" value="${this.frame.once}" />${fields}<button class="${look}">${label}</button>
    </form>`;
  }
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

function notRequested({ license, renewal, policy }: LicenseStory, to: Buttons): Html {
  const { term, status, kind } = license;
  if (kind === 'trial') return html`<p>A trial is converted, not renewed. Write to ${policy.vendor.salesEmail}.</p>`;
  if (term?.expiresOn === undefined) return html`<p>It has no term that ends.</p>`;
  if (status === 'terminated') return html`<p>It was ended, and is not renewed.</p>`;
  return html`${renewal?.stage === 'withdrawn' && html`<p class="sub">The last renewal was withdrawn.</p>`}
    <p>${status === 'expired' ? 'It has expired.' : html`Its last day is <strong>${day(term.expiresOn)}</strong>.`}</p>
    ${to.button('request', 'Request renewal', hidden('currentExpiresOn', term.expiresOn), 'primary')}`;
}

function running(renewal: RenewalDocument, story: LicenseStory, to: Buttons): Html {
  const of = hidden('renewalId', renewal.id);
  switch (renewal.stage) {
    case 'requested':
    case 'quoted':
      return html`${renewal.quote && quoteLine(renewal.quote)}
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
      return settled(renewal, story);
  }
}

function quoteLine({ total, validUntil }: NonNullable<RenewalDocument['quote']>): Html {
  return html`<p>Quoted at <strong>${price(total)}</strong>, open until ${shortDay(validUntil)}.</p>`;
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

function settled({ invoice, lines }: RenewalDocument, { license }: LicenseStory): Html {
  const hasStarted = lines.some(({ started }) => started);
  const next = license.successor;
  return html`${invoice && html`<p>Invoiced at <strong>${price(invoice.total)}</strong> on ${shortDay(invoice.issuedOn)}.</p>`}
  ${
    next
      ? html`<p>
            ${hasStarted ? 'The new contract runs since' : 'The new contract starts on'}
            <strong>${day(next.startsOn)}</strong>.
          </p>
          <p><a class="button" href="/portal/licenses/${next.licenseId}">See the license that follows</a></p>`
      : html`<p>The license that follows is being recorded. Load this page again in a moment.</p>`
  }`;
}

function recurringBilling({ recurringBilling: status, policy, license }: LicenseStory, to: Buttons): Html | false {
  if (status === 'none' || policy.recurringBilling === 'none' || license.successor) return false;
  return html`<div class="below">
    <p class="sub">Recurring billing is ${status}.</p>
    ${status === 'on' ? to.button('cancel-recurring-billing', 'Cancel recurring billing', html``, 'link') : to.button('resume-recurring-billing', 'Resume recurring billing', html``, 'link')}
  </div>`;
}
