import type { Fact } from '@renewals/automations';
import { type Html, html } from '../page/html';
import { moment } from '../words/dates';
import type { Why } from './why';

/** Sentence by sentence, each with what shows it. */
export function factsList(facts: readonly Fact[], why: Why): Html {
  return html`<ol class="chain">
    ${facts.map(
      (fact) =>
        html`<li>
          <p>${why.names.inText(fact.says)}</p>
          ${shownBy(fact, why)}
        </li>`,
    )}
  </ol>`;
}

function shownBy({ event, policy, rule, row }: Fact, { license, inHistory }: Why): Html {
  return html`${
    event &&
    html`<p class="sub">
      ${inHistory.has(event.eventId) ? html`<a href="/portal/licenses/${license}/history#${event.eventId}">${event.type}</a>` : event.type},
      recorded <time datetime="${event.recordedAt}">${moment(event.recordedAt, 'utc')} UTC</time>
    </p>`
  }${policy && html`<p class="sub">Policy ${policy.policy}, <code>${policy.field}</code></p>`}${rule !== undefined && html`<p class="sub">Rule “${rule}” of reminders</p>`}${row !== undefined && html`<p class="sub">Waits in the ${row.split(' ', 1)[0]}</p>`}`;
}
