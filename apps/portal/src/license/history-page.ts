import type { HistoryEntry } from '@renewals/audit';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { moment } from '../words/dates';
import type { Names } from '../words/names';
import { momentOf } from './timeline';

export interface History {
  readonly license: string;
  readonly title: string;
  /** Oldest first. */
  readonly entries: readonly HistoryEntry[];
  readonly names: Names;
}

/** Event by event, nothing left out; what explanations refer to. */
export function historyPage(frame: Frame, { license, title, entries, names }: History): string {
  return page(
    'History',
    frame,
    html`<p class="path">
        <a href="/portal/licenses">Licenses</a> <span aria-hidden="true">/</span>
        <a href="/portal/licenses/${license}">${title}</a>
      </p>
      <h1>History</h1>
      <p class="lead">Every event, the newest first. Times are UTC.</p>
      <div class="scroll">
        <table class="list history">
          <thead>
            <tr>
              <th>When</th>
              <th>Event</th>
              <th>By</th>
            </tr>
          </thead>
          <tbody>
            ${entries.map((entry) => row(entry, names)).reverse()}
          </tbody>
        </table>
      </div>`,
  );
}

function row(entry: HistoryEntry, names: Names): Html {
  const { eventId, type, stream, revision, occurredAt, recordedAt, actor } = entry;
  const told = momentOf(entry, names);
  return html`<tr id="${eventId}">
    <td>
      <time datetime="${occurredAt}" class="nowrap">${moment(occurredAt, 'utc')}</time>
      ${recordedAt !== occurredAt && html`<span class="sub">recorded ${moment(recordedAt, 'utc')}</span>`}
    </td>
    <td>
      ${type}
      ${told && html`<span class="sub wrap">${told.title}${told.detail !== undefined && `. ${told.detail}`}</span>`}
      <span class="sub wrap"><code>${stream}</code>, no. ${revision}</span>
    </td>
    <td>${names.actor(actor)}</td>
  </tr>`;
}
