import { fileOf } from '@renewals/mail';
import { staff } from '../../../api/src/identity/allowed';
import type { Caller } from '../../../api/src/identity/caller';
import type { ReminderDocument } from '../../../api/src/reminders/reminder.document';
import type { Buttons } from '../license/buttons';
import type { LicenseStory } from '../license/license-story';
import { type Html, html } from '../page/html';
import { before, moment, shortDay } from '../words/dates';
import { reasonSentence } from '../words/reasons';
import { reminderDays } from './reminder-days-form';
import { type ReminderRow, rowsOfNextExpiry, rowsOfOtherExpiries } from './reminder-rows';
import { verdictBadge } from './verdict';
import { whyAddress } from './why';

/** On which days it is reminded of, and what became of each, for whom. */
export function remindersCard(story: LicenseStory, to: Buttons, caller: Caller): Html {
  const { license, explanations, reminders } = story;
  const others = rowsOfOtherExpiries(explanations, reminders);
  return html`<section class="card" id="reminders">
    <h2>Reminders</h2>
    ${reminderDays(story, to)} ${nextExpiry(story, caller)}
    ${
      others.length > 0 &&
      html`<details>
        <summary>Of other last days <span class="count">${others.length}</span></summary>
        ${table(others, story, caller)}
      </details>`
    }
    ${
      isStaff(caller) &&
      html`<p class="sub below">
        Every other mail about <a href="/portal/notices?license=${license.id}">this license</a>, or about
        <a href="/portal/notices?order=${license.orderId}">its order</a>.
      </p>`
    }
  </section>`;
}

/** What is so of all of them is said once. */
function nextExpiry(story: LicenseStory, caller: Caller): Html {
  const { explanations, reminders } = story;
  const [first] = explanations;
  if (!first) return html`<p class="empty">Nobody is reminded of it.</p>`;
  if (explanations.every(({ verdict, sentence }) => verdict === 'none' && sentence === first.sentence)) {
    return html`<p class="empty">${first.sentence}</p>`;
  }
  return table(rowsOfNextExpiry(explanations, reminders), story, caller);
}

function table(rows: readonly ReminderRow[], story: LicenseStory, caller: Caller): Html {
  return html`<div class="scroll">
    <table class="list reminders">
      <thead>
        <tr>
          <th>Day</th>
          <th>What became of it</th>
          <th><span class="hidden">Explanation</span></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => reminderRow(row, story, caller))}
      </tbody>
    </table>
  </div>`;
}

function reminderRow(row: ReminderRow, story: LicenseStory, caller: Caller): Html {
  const { expiresOn, offset, dueOn, outcomes, explanation } = row;
  return html`<tr>
    <td>${before(offset)} ${dueOn !== undefined && html`<span class="sub">${shortDay(dueOn)}</span>`}</td>
    <td>
      ${outcomes.map((outcome) => html`<p>${outcomeOf(outcome, story, caller)}</p>`)}
      ${explanation && (outcomes.length === 0 || explanation.verdict === 'waiting') && html`<p>${outlook(explanation, story)}</p>`}
    </td>
    <td class="number">
      <a href="${whyAddress({ license: story.license.id, offset, expiresOn })}" aria-label="Why? ${before(offset)}"
        >Why?</a
      >
    </td>
  </tr>`;
}

function outcomeOf(reminder: ReminderDocument, { names }: LicenseStory, caller: Caller): Html {
  const { contactId, outcome, reason, answer, messageId } = reminder;
  const verdict = outcome === 'suppressed' ? 'not-sent' : outcome;
  const why = reason !== undefined ? reasonSentence(reason) : outcome === 'failed' ? answer : undefined;
  return html`${verdictBadge({ verdict })}
  ${contactId === undefined ? 'to nobody' : names.contact(contactId)}${why !== undefined && `: ${why}`}
  ${
    outcome === 'sent' &&
    messageId !== undefined &&
    isStaff(caller) &&
    html`<a class="sub" href="/portal/mails/${encodeURIComponent(fileOf(messageId))}">See the mail</a>`
  }`;
}

/** What is to be expected is said in short; the explanation says the rest. */
function outlook(explanation: NonNullable<ReminderRow['explanation']>, { names }: LicenseStory): Html {
  const { verdict, expected, about, sentence } = explanation;
  const isPlanned = verdict === 'to-come' && expected === 'sent' && about.due;
  return html`${verdictBadge(explanation)}
  ${isPlanned ? html`<span class="nowrap">${moment(isPlanned.at, isPlanned.zone)}</span>` : html`<span class="sub wrap">${names.inText(sentence)}</span>`}`;
}

function isStaff({ role }: Caller): boolean {
  return staff.some((one) => one === role);
}
