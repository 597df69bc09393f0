import { licenseStatuses, type LicenseStatus } from '@renewals/projections';
import type { LicenseDocument } from '../../../api/src/licenses/license.document';
import type { Page } from '../../../api/src/reading/pages';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { statusBadge } from '../words/badges';
import { shortDay } from '../words/dates';

export function licensesPage(
  frame: Frame,
  { items, nextCursor }: Page<LicenseDocument>,
  status?: LicenseStatus,
): string {
  const kept = status === undefined ? '' : `&status=${status}`;
  return page(
    'Licenses',
    frame,
    html`<h1>Licenses</h1>
      <nav class="tabs" aria-label="Status">
        <a href="/portal/licenses" ${status === undefined && html` aria-current="page"`}>All</a>${licenseStatuses.map(
          (one) =>
            html`<a href="/portal/licenses?status=${one}" ${one === status && html` aria-current="page"`}
              >${one.charAt(0).toUpperCase() + one.slice(1)}</a
            >`,
        )}
      </nav>
      ${
        items.length === 0
          ? html`<p class="empty">None of these.</p>`
          : html`<div class="scroll">
              <table class="list">
                <thead>
                  <tr>
                    <th>Customer</th>
                    <th>Product</th>
                    <th>Term</th>
                    <th>Vendor</th>
                    <th>Status</th>
                  </tr>
                </thead>
                <tbody>
                  ${items.map(row)}
                </tbody>
              </table>
            </div>`
      }
      ${nextCursor !== undefined && html`<p class="more"><a class="button" href="/portal/licenses?cursor=${nextCursor}${kept}">More</a></p>`}`,
  );
}

function row({ id, organization, product, quota, term, policy, status }: LicenseDocument): Html {
  const until = term?.expiresOn === undefined ? 'no end' : shortDay(term.expiresOn);
  return html`<tr>
    <td><a class="main" href="/portal/licenses/${id}">${organization.name}</a></td>
    <td>${product} <span class="sub">${quota} ×</span></td>
    <td>${term ? `${shortDay(term.startsOn)} – ${until}` : 'not activated'}</td>
    <td>${policy}</td>
    <td>${statusBadge(status)}</td>
  </tr>`;
}
