import { fileOf } from '@renewals/mail';
import type { NoticeDocument } from '../../../api/src/notices/notice.document';
import type { NoticesQuery } from '../../../api/src/notices/notices-query';
import type { Page } from '../../../api/src/reading/pages';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { badge, type Tone } from '../words/badges';
import { moment } from '../words/dates';
import type { Names } from '../words/names';
import { reasonSentence } from '../words/reasons';
import { noticeWords } from './notice-words';

export interface NoticesShown {
  readonly query: NoticesQuery;
  readonly notices: Page<NoticeDocument>;
  readonly names: Names;
}

/** The ledger of every mail that is no reminder. */
export function noticesPage(frame: Frame, { query, notices: { items, nextCursor }, names }: NoticesShown): string {
  const chosen = filterOf(query);
  return page(
    'Notices',
    frame,
    html`<h1>Notices</h1>
      <p class="lead">Every mail that is no reminder, and why it came or did not. The newest first.</p>
      ${chosen && html`<p>Only those ${whose(query, names)}. <a href="/portal/notices">See all</a></p>`}
      ${
        items.length === 0
          ? html`<p class="empty">None of these.</p>`
          : html`<div class="scroll">
              <table class="list notices">
                <thead>
                  <tr>
                    <th>Mail</th>
                    <th>To</th>
                    <th>Outcome</th>
                    <th>When (UTC)</th>
                  </tr>
                </thead>
                <tbody>
                  ${items.map((notice) => row(notice, names))}
                </tbody>
              </table>
            </div>`
      }
      ${nextCursor !== undefined && html`<p class="more"><a class="button" href="/portal/notices?${new URLSearchParams({ ...chosen, limit: String(query.limit), cursor: nextCursor }).toString()}">Older ones</a></p>`}`,
  );
}

function filterOf({ license, order, organization, contact }: NoticesQuery): Record<string, string> | undefined {
  const [chosen] = Object.entries({ license, order, organization, contact }).flatMap(([name, id]) =>
    id === undefined ? [] : [{ [name]: id }],
  );
  return chosen;
}

function whose({ license, order, organization, contact }: NoticesQuery, names: Names): Html {
  if (license !== undefined) return html`about <a href="/portal/licenses/${license}">one license</a>`;
  if (order !== undefined) return html`about one order`;
  if (organization !== undefined) return html`about one company`;
  return html`to ${names.contact(contact ?? '')}`;
}

function row(notice: NoticeDocument, names: Names): Html {
  const { kind, outcome, reason, messageId, decidedAt } = notice;
  return html`<tr>
    <td>${noticeWords(kind)} <span class="sub">${about(notice)}</span></td>
    <td>${recipientOf(notice, names)}</td>
    <td>
      ${badge(outcome === 'suppressed' ? 'not sent' : outcome, tones[outcome])}
      ${reason !== undefined && html`<span class="sub wrap">${reasonSentence(reason)}</span>`}
      ${messageId !== undefined && html`<a class="sub" href="/portal/mails/${encodeURIComponent(fileOf(messageId))}">See the mail</a>`}
    </td>
    <td class="nowrap">${moment(decidedAt, 'utc')}</td>
  </tr>`;
}

function about({ licenseId, renewalId, orderId, organizationId, taskId }: NoticeDocument): Html | false {
  if (licenseId !== undefined) return html`<a href="/portal/licenses/${licenseId}">the license</a>`;
  if (renewalId !== undefined) return html`<a href="/portal/renewals/${renewalId}">the renewal</a>`;
  if (orderId !== undefined) return html`<a href="/portal/notices?order=${orderId}">all of the order</a>`;
  if (organizationId !== undefined) {
    return html`<a href="/portal/notices?organization=${organizationId}">all of the company</a>`;
  }
  return taskId !== undefined && html`<a href="/portal/sales-tasks">the tasks</a>`;
}

function recipientOf({ recipient }: NoticeDocument, names: Names): Html | string {
  if (recipient === undefined) return 'nobody';
  if (recipient === 'sales' || recipient === 'support') return recipient;
  return html`<a href="/portal/notices?contact=${recipient}">${names.contact(recipient)}</a>`;
}

const tones: Readonly<Record<NoticeDocument['outcome'], Tone>> = { sent: 'good', suppressed: 'quiet', failed: 'bad' };
