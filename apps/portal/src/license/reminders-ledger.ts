import { fileOf } from '@renewals/mail';
import type { Caller } from '../../../api/src/identity/caller';
import type { ReminderDocument } from '../../../api/src/reminders/reminder.document';
import { type Html, html } from '../page/html';
import { badge, type Tone } from '../words/badges';
import { shortDay } from '../words/dates';
import type { LicenseStory } from './license-story';
import { reasonSentence } from './reasons';
import { before } from './timeline';

const tones: Readonly<Record<ReminderDocument['outcome'], Tone>> = { sent: 'good', suppressed: 'quiet', failed: 'bad' };

/** Every decision about a reminder, and why. */
export function remindersLedger(story: LicenseStory, caller: Caller): Html {
  const { reminders } = story;
  if (reminders.length === 0) return html`<p class="empty">None was decided yet. ${whenReminded(story)}</p>`;
  return html`<div class="scroll">
    <table class="list ledger">
      <thead>
        <tr>
          <th>Due on</th>
          <th>When</th>
          <th>To</th>
          <th>Outcome</th>
          <th>Why</th>
        </tr>
      </thead>
      <tbody>
        ${reminders.map((reminder) => row(reminder, story, caller))}
      </tbody>
    </table>
  </div>`;
}

function whenReminded({ license, terms, policy }: LicenseStory): string {
  const { offsets } = terms.reminders;
  if (license.kind === 'trial') return 'Trials are not reminded of.';
  if (offsets.length === 0) return `${policy.vendor.name} sends none for what was bought this way.`;
  return `${policy.vendor.name} reminds ${offsets.join(', ')} days before the last day.`;
}

function row(reminder: ReminderDocument, { names }: LicenseStory, { role }: Caller): Html {
  const { dueOn, offset, contactId, outcome, reason, messageId } = reminder;
  return html`<tr>
    <td>${shortDay(dueOn)}</td>
    <td>${before(offset)}</td>
    <td>${contactId === undefined ? 'everybody' : names.contact(contactId)}</td>
    <td>${badge(outcome, tones[outcome])}</td>
    <td>
      ${reason !== undefined && reasonSentence(reason)}${messageId !== undefined && role !== 'customer' && html`<a href="/portal/mails/${encodeURIComponent(fileOf(messageId))}">See the mail</a>`}
    </td>
  </tr>`;
}
