import type { Page } from '../../../api/src/reading/pages';
import {
  type SalesTaskDocument,
  taskStatuses,
  type TaskStatus,
} from '../../../api/src/sales-tasks/sales-task.document';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { badge, type Tone } from '../words/badges';
import { shortDay } from '../words/dates';

export interface SalesTasks {
  readonly status: TaskStatus;
  readonly tasks: Page<SalesTaskDocument>;
  /** Whether this person may say that one is done. */
  readonly mayComplete: boolean;
}

export function salesTasksPage(frame: Frame, { status, tasks, mayComplete }: SalesTasks): string {
  return page(
    'Sales tasks',
    frame,
    html`<h1>Sales tasks</h1>
      <p class="lead">What somebody of sales has to do, the earliest due first.</p>
      <nav class="tabs" aria-label="Status">
        ${taskStatuses.map((one) => html`<a href="/portal/sales-tasks?status=${one}" ${one === status && html` aria-current="page"`}>${one.charAt(0).toUpperCase() + one.slice(1)}</a>`)}
      </nav>
      ${tasks.items.length === 0 ? html`<p class="empty">None of these.</p>` : tasks.items.map((task) => card(task, frame, mayComplete))}
      ${tasks.nextCursor !== undefined && html`<p class="more"><a class="button" href="/portal/sales-tasks?status=${status}&amp;cursor=${tasks.nextCursor}">Later ones</a></p>`}`,
  );
}

function card(task: SalesTaskDocument, frame: Frame, mayComplete: boolean): Html {
  const { id, status, organization, licenseId, renewalId, openedOn, dueOn, doneBy, note } = task;
  const isOpen = status === 'open' || status === 'overdue';
  return html`<section class="card task">
    <div>
      <h2>${organization.name} ${badge(status, tones[status])}</h2>
      <p>${whatToDo(task)}</p>
      <p class="sub">
        Open since ${shortDay(openedOn)}, due on ${shortDay(dueOn)}.
        ${licenseId !== undefined && html`<a href="/portal/licenses/${licenseId}">See the license</a>`}
        ${renewalId !== undefined && html`<a href="/portal/renewals/${renewalId}">See the renewal</a>`}
      </p>
      ${doneBy !== undefined && html`<p class="sub">Done by ${doneBy}${note !== undefined && `: ${note}`}</p>`}
    </div>
    ${
      isOpen &&
      mayComplete &&
      html`<form method="post" action="/portal/sales-tasks/${id}">
        <input type="hidden" name="once" value="${frame.once}" />
        <label>What came of it<input name="note" maxlength="2000" autocomplete="off" /></label>
        <button>Done</button>
      </form>`
    }
  </section>`;
}

function whatToDo({ purpose, writeTo, expiresOn, kind }: SalesTaskDocument): string {
  if (purpose === 'payment-reversed') {
    return 'A payment bounced while the new contract runs. Get the money, or credit it and end the license.';
  }
  const whom = writeTo === 'reseller' ? 'the reseller' : 'the billing contact';
  const what = kind === 'maintenance' ? 'maintenance' : 'license';
  return `Write to ${whom}: the ${what} renews by itself after ${expiresOn === undefined ? 'its term' : shortDay(expiresOn)}.`;
}

const tones: Readonly<Record<TaskStatus, Tone>> = { open: 'warm', overdue: 'bad', done: 'good', dropped: 'quiet' };
