import type { Explanation } from '@renewals/automations';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { before, day, moment } from '../words/dates';
import { factsList } from './facts-list';
import { verdictBadge } from './verdict';
import type { Why } from './why';

/** Why a reminder came, did not come, or will come and when. */
export function whyPage(frame: Frame, why: Why): string {
  const { license, title, explanation, names } = why;
  const { about, sentence, facts } = explanation;
  return page(
    'Why?',
    frame,
    html`<p class="path">
        <a href="/portal/licenses">Licenses</a> <span aria-hidden="true">/</span>
        <a href="/portal/licenses/${license}#reminders">${title}</a>
      </p>
      <div class="title">
        <div>
          <h1>The reminder ${before(about.offset).toLowerCase()}</h1>
          <p class="lead">${whatAndWhen(explanation)}</p>
        </div>
        ${verdictBadge(explanation)}
      </div>
      <div class="columns">
        <div class="wide">
          <section class="card">
            <h2>${about.contactId === undefined ? 'For everybody' : `For ${names.contact(about.contactId)}`}</h2>
            <p class="answer">${names.inText(sentence)}</p>
            ${facts.length > 0 && html`<h2>What shows it</h2>`} ${factsList(facts, why)}
          </section>
        </div>
        <div class="side">${why.contacts.length > 0 && contactForm(why)}</div>
      </div>`,
  );
}

function whatAndWhen({ about: { subject, expiresOn, due } }: Explanation): string {
  const what = subject.kind === 'maintenance' ? 'the end of its maintenance' : 'its last day';
  const when = expiresOn === undefined ? '' : `, ${day(expiresOn)}`;
  return `Before ${what}${when}.${due ? ` Due at ${moment(due.at, due.zone)} on the clocks of ${due.zone}.` : ''}`;
}

function contactForm({ license, explanation: { about }, contacts }: Why): Html {
  return html`<section class="card panel">
    <h2>For whom</h2>
    <form method="get" action="/portal/reminders/explanation">
      <input type="hidden" name="license" value="${license}" /><input
        type="hidden"
        name="offset"
        value="${about.offset}"
      />${about.expiresOn !== undefined && html`<input type="hidden" name="expiresOn" value="${about.expiresOn}" />`}
      <label
        >Contact<select name="contact">
          <option value="">Everybody</option>
          ${contacts.map(({ contactId, name }) => html`<option value="${contactId}" ${contactId === about.contactId && html` selected`}>${name}</option>`)}
        </select></label
      >
      <button>Show it</button>
    </form>
    ${about.contactId !== undefined && html`<p class="sub below"><a href="/portal/notices?contact=${about.contactId}">Every other mail to this person</a></p>`}
  </section>`;
}
