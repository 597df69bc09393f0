import type { PipelineAlert } from '../../../api/src/pipeline/pipeline.document';
import type { Page } from '../../../api/src/reading/pages';
import type { UpcomingRenewalDocument } from '../../../api/src/upcoming-renewals/upcoming-renewal.document';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { refused } from '../page/card';
import { alertWords } from '../words/alerts';
import { stageBadge } from '../words/badges';
import { daysLeft, shortDay } from '../words/dates';
import { price } from '../words/money';

export type Tab = 'annual' | 'maintenance';

/** One that is due, and whether its renewal can be requested here and now. */
export interface DueRow extends UpcomingRenewalDocument {
  readonly renewable: boolean;
  /** Why somebody of sales must look after it; none for customers. */
  readonly alerts: readonly PipelineAlert[];
}

export interface DuePage {
  readonly tab: Tab;
  readonly due: Page<DueRow>;
  /** Why what the person just tried was not done. */
  readonly refusal?: string;
  /** What stands above the list. */
  readonly notices: Html;
}

export function duePage(frame: Frame, { tab, due, notices, refusal }: DuePage): string {
  return page(
    'Due',
    frame,
    html`${notices}
      <h1>What is due</h1>
      <p class="lead">Terms that end soon and are not renewed yet, the soonest first.</p>
      ${frame.caller?.role === 'customer' && html`<p><a href="/portal/calendar">See these days in your calendar</a></p>`}
      <nav class="tabs" aria-label="Kind">
        ${tabs.map(({ id, name }) => html`<a href="/?tab=${id}" ${id === tab && html` aria-current="page"`}>${name}</a>`)}
      </nav>
      ${refused(refusal)} ${due.items.length > 0 ? selection(frame, tab, due.items) : nothingDue(tab)}
      ${due.nextCursor !== undefined && html`<p class="more"><a class="button" href="/?tab=${tab}&amp;cursor=${due.nextCursor}">Later ones</a></p>`}`,
  );
}

const tabs = [
  { id: 'annual', name: 'Renew Annual License' },
  { id: 'maintenance', name: 'Renew Support and Maintenance' },
] as const;

const horizons = [
  { upTo: 7, name: 'Within a week' },
  { upTo: 30, name: 'Within a month' },
  { upTo: Number.POSITIVE_INFINITY, name: 'Later' },
] as const;

/** Several are renewed in one transaction (R). */
function selection(frame: Frame, tab: Tab, items: readonly DueRow[]): Html {
  if (!items.some(({ renewable }) => renewable)) return html`${groups(items)}`;
  return html`<form method="post" action="/portal/renewals">
    <input type="hidden" name="once" value="${frame.once}" /><input type="hidden" name="tab" value="${tab}" />
    ${groups(items)}
    <div class="choose">
      <p class="sub">One renewal, and one bill, for everything that you select of one vendor.</p>
      <button class="primary">Renew Selected</button>
    </div>
  </form>`;
}

function groups(items: readonly DueRow[]): Html[] {
  return horizons.flatMap(({ upTo, name }, index) => {
    const from = horizons[index - 1]?.upTo ?? -1;
    const rows = items.filter(({ daysLeft: days }) => days > from && days <= upTo);
    return rows.length === 0 ? [] : [group(name, rows)];
  });
}

function group(name: string, rows: readonly DueRow[]): Html {
  return html`<section>
    <h2>${name} <span class="count">${rows.length}</span></h2>
    <div class="scroll">
      <table class="list due stacked">
        <thead>
          <tr>
            <th class="choice"><span class="hidden">Select</span></th>
            <th class="customer">Customer</th>
            <th class="product">Product</th>
            <th class="lastday">Last day</th>
            <th class="number">Amount</th>
            <th class="stage">Stage</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(row)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function row(due: DueRow): Html {
  const urgency = due.daysLeft <= 7 ? 'bad' : due.daysLeft <= 30 ? 'warm' : 'quiet';
  return html`<tr>
    <td class="choice">${due.renewable && choice(due)}</td>
    <td class="customer">
      <a class="main" href="/portal/licenses/${due.licenseId}">${due.organization.name}</a>
      ${due.alerts.map((alert) => html`<span class="sub wrap bad">${alertWords[alert]}</span>`)}
      ${due.advice !== undefined && html`<span class="sub wrap">${due.advice}</span>`}
    </td>
    <td class="product">${due.product} <span class="sub">${due.quota} × · ${due.policy}</span></td>
    <td class="lastday">${shortDay(due.expiresOn)} <span class="sub ${urgency}">${daysLeft(due.daysLeft)}</span></td>
    <td class="number">${price(due.amount)}</td>
    <td class="stage">${stageBadge(due.stage)}</td>
  </tr>`;
}

function choice({ kind, licenseId, expiresOn, product, organization }: DueRow): Html {
  const line = `${kind} ${licenseId} ${expiresOn}`;
  return html`<input
    type="checkbox"
    name="line"
    value="${line}"
    aria-label="Renew ${product} of ${organization.name}"
  />`;
}

function nothingDue(tab: Tab): Html {
  return html`<p class="empty">No ${tab === 'annual' ? 'annual license' : 'maintenance term'} is due soon.</p>`;
}
