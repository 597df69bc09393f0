import { licenseStatuses, type LicenseStatus } from '@renewals/projections';
import type { LicenseDocument } from '../../../api/src/licenses/license.document';
import type { Page } from '../../../api/src/reading/pages';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { quotaBadge, statusBadge } from '../words/badges';
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
              <table class="list stacked">
                <thead>
                  <tr>
                    <th>Customer</th>
                    <th>Product</th>
                    <th>Expires on</th>
                    <th class="number">Used</th>
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

function row(license: LicenseDocument): Html {
  const { id, organization, product, kind, policy, status, usage } = license;
  return html`<tr>
    <td class="customer"><a class="main" href="/portal/licenses/${id}">${organization.name}</a></td>
    <td class="product">${product} <span class="sub">${kind}</span></td>
    <td class="lastday">${expiry(license)}</td>
    <td class="number">
      ${license.term && `${usage.used} of ${usage.available}`}
      ${usage.state !== 'ample' && html`<span class="sub">${quotaBadge(usage.state)}</span>`}
    </td>
    <td class="vendor">${policy}</td>
    <td class="stage">${statusBadge(status)}</td>
  </tr>`;
}

function expiry({ term, maintenance }: LicenseDocument): Html {
  if (!term) return html`<span class="sub">not activated</span>`;
  const lastDay = term.expiresOn === undefined ? 'never' : shortDay(term.expiresOn);
  return html`${lastDay}
    <span class="sub"
      >${maintenance ? `maintained to ${shortDay(maintenance.expiresOn)}` : `since ${shortDay(term.startsOn)}`}</span
    >`;
}
