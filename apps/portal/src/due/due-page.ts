import type { Page } from '../../../api/src/reading/pages';
import type { UpcomingRenewalDocument } from '../../../api/src/upcoming-renewals/upcoming-renewal.document';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { stageBadge } from '../words/badges';
import { daysLeft, shortDay } from '../words/dates';
import { price } from '../words/money';

export type Tab = 'annual' | 'maintenance';

export interface DuePage {
  readonly tab: Tab;
  readonly due: Page<UpcomingRenewalDocument>;
  /** What stands above the list. */
  readonly notices: Html | undefined;
}

export function duePage(frame: Frame, { tab, due, notices }: DuePage): string {
  return page(
    'Due',
    frame,
    html`${notices}
      <h1>What is due</h1>
      <p class="lead">Terms that end soon and have no successor yet, the soonest first.</p>
      <nav class="tabs" aria-label="Kind">
        ${tabs.map(({ id, name }) => html`<a href="/?tab=${id}" ${id === tab && html` aria-current="page"`}>${name}</a>`)}
      </nav>
      ${due.items.length > 0 ? groups(due.items) : nothingDue(tab)}
      ${due.nextCursor !== undefined && html`<p class="more"><a class="button" href="/?tab=${tab}&amp;cursor=${due.nextCursor}">Later ones</a></p>`}`,
  );
}

const tabs = [
  { id: 'annual', name: 'Annual' },
  { id: 'maintenance', name: 'Maintenance' },
] as const;

const horizons = [
  { upTo: 7, name: 'Within a week' },
  { upTo: 30, name: 'Within a month' },
  { upTo: Number.POSITIVE_INFINITY, name: 'Later' },
] as const;

function groups(items: readonly UpcomingRenewalDocument[]): Html[] {
  return horizons.flatMap(({ upTo, name }, index) => {
    const from = horizons[index - 1]?.upTo ?? -1;
    const rows = items.filter(({ daysLeft: days }) => days > from && days <= upTo);
    return rows.length === 0 ? [] : [group(name, rows)];
  });
}

function group(name: string, rows: readonly UpcomingRenewalDocument[]): Html {
  return html`<section>
    <h2>${name} <span class="count">${rows.length}</span></h2>
    <div class="scroll">
      <table class="list due">
        <thead>
          <tr>
            <th>Customer</th>
            <th>Product</th>
            <th>Last day</th>
            <th class="number">Amount</th>
            <th>Stage</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(row)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function row(due: UpcomingRenewalDocument): Html {
  const urgency = due.daysLeft <= 7 ? 'bad' : due.daysLeft <= 30 ? 'warm' : 'quiet';
  return html`<tr>
    <td><a class="main" href="/portal/licenses/${due.licenseId}">${due.organization.name}</a></td>
    <td>${due.product} <span class="sub">${due.quota} × · ${due.policy}</span></td>
    <td>${shortDay(due.expiresOn)} <span class="sub ${urgency}">${daysLeft(due.daysLeft)}</span></td>
    <td class="number">${price(due.amount)}</td>
    <td>${stageBadge(due.stage)}</td>
  </tr>`;
}

function nothingDue(tab: Tab): Html {
  return html`<p class="empty">No ${tab === 'annual' ? 'annual license' : 'maintenance term'} is due soon.</p>`;
}
