import type { Caller } from '../../../api/src/identity/caller';
import { refused } from '../page/card';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { remindersCard } from '../reminders/reminders-card';
import { statusBadge } from '../words/badges';
import { shortDay } from '../words/dates';
import { Buttons } from './buttons';
import { facts } from './facts';
import { handshakeTask } from './handshake-task';
import type { LicenseStory } from './license-story';
import type { LineageStep } from './lineage';
import { progress } from './progress';
import { quotaCard } from './quota-card';
import { renewalPanel } from './renewal-panel';
import { timeline } from './timeline-list';

/** `refusal`: why what the person just tried was not done. */
export function licensePage(frame: Frame, story: LicenseStory, caller: Caller, refusal?: string): string {
  const { license, lineage, reminders, renewal } = story;
  const to = new Buttons(frame, license.id, caller);
  const wasReminded = reminders.some(({ outcome }) => outcome === 'sent');
  return page(
    `${license.product}, ${license.organization.name}`,
    frame,
    html`<p class="path">
        <a href="/">Due</a> <span aria-hidden="true">/</span> <a href="/portal/licenses">Licenses</a>
      </p>
      <div class="title">
        <div>
          <h1>${license.organization.name}</h1>
          <p class="lead">
            ${license.product}, ${license.quota} ×
            ${license.externalId !== undefined && html`<span class="sub">${license.externalId}</span>`}
          </p>
        </div>
        ${statusBadge(license.status)}
      </div>
      ${refused(refusal)} ${handshakeTask(story, to)} ${lineage.length > 1 && lineageStrip(lineage, license.id)}
      ${isRenewed(story) && progress(wasReminded, renewal)}
      <div class="columns">
        <div class="wide">
          <section class="card">
            <h2>What happened <span class="count">newest first</span></h2>
            ${timeline(story, caller)}
          </section>
        </div>
        <div class="side">${renewalPanel(story, to)} ${quotaCard(story, to)} ${facts(story)}</div>
      </div>
      ${remindersCard(story, to, caller)}`,
  );
}

function lineageStrip(lineage: readonly LineageStep[], current: string): Html {
  return html`<ol class="lineage" aria-label="Terms of this license">
    ${lineage.map(({ license, startsOn, expiresOn, status }) => {
      const term =
        startsOn === null
          ? 'Not activated'
          : `${shortDay(startsOn)} – ${expiresOn === null ? 'no end' : shortDay(expiresOn)}`;
      const inner = html`<span class="term">${term}</span>${statusBadge(status)}`;
      return license === current
        ? html`<li aria-current="true">${inner}</li>`
        : html`<li><a href="/portal/licenses/${license}">${inner}</a></li>`;
    })}
  </ol>`;
}

/** By a chain of steps: not what never ends, and no trial. */
function isRenewed({ license: { kind, term, maintenance } }: LicenseStory): boolean {
  return kind !== 'trial' && (term?.expiresOn !== undefined || maintenance !== undefined);
}
