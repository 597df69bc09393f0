import type { Caller } from '../../../api/src/identity/caller';
import type { LicenseDocument } from '../../../api/src/licenses/license.document';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';
import { page } from '../page/layout';
import { statusBadge } from '../words/badges';
import { day, shortDay } from '../words/dates';
import { price } from '../words/money';
import type { LicenseStory } from './license-story';
import type { LineageStep } from './lineage';
import { progress } from './progress';
import { remindersLedger } from './reminders-ledger';
import { renewalPanel } from './renewal-panel';
import { timeline } from './timeline-list';

/** `refusal`: why what the person just tried was not done. */
export function licensePage(frame: Frame, story: LicenseStory, caller: Caller, refusal?: string): string {
  const { license, lineage, reminders, renewal } = story;
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
      ${refusal !== undefined && html`<p class="alert" role="alert"><strong>Not done.</strong> ${refusal}</p>`}
      ${lineage.length > 1 && lineageStrip(lineage, license.id)} ${progress(wasReminded, renewal)}
      <div class="columns">
        <div class="wide">
          <section class="card">
            <h2>What happened <span class="count">newest first</span></h2>
            ${timeline(story, caller)}
          </section>
        </div>
        <div class="side">${renewalPanel(frame, story, caller)} ${facts(license, story)}</div>
      </div>
      <section class="card">
        <h2>Reminders</h2>
        ${remindersLedger(story, caller)}
      </section>`,
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

function facts(license: LicenseDocument, { policy, channel }: LicenseStory): Html {
  const { term, unitPrice, quota } = license;
  const rows: readonly (readonly [string, string | Html])[] = [
    ['Last day', term?.expiresOn === undefined ? 'none' : day(term.expiresOn)],
    [
      'Term',
      term ? `no. ${term.n}, of ${periodWord(license.period)} each, since ${shortDay(term.anchor)}` : 'not activated',
    ],
    ['Zone', term?.zone ?? policy.vendor.zone],
    ['Price', `${price({ ...unitPrice, amountMinor: unitPrice.amountMinor * quota })} a term`],
    ['Kind', `${license.kind}, ${license.delivery}`],
    ['Vendor', policy.vendor.name],
    ['Order', html`<span title="${license.orderId}">${license.orderId.slice(0, 8)}, through ${channel}</span>`],
    [
      'As JSON',
      html`<a href="/licenses/${license.id}">license</a>, <a href="/licenses/${license.id}/history">history</a>`,
    ],
  ];
  return html`<section class="card facts">
    <h2>License</h2>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function periodWord(period: string): string {
  const [, count = '', unit = ''] = /^P(\d+)([DMY])$/.exec(period) ?? [];
  const word = { D: 'day', M: 'month', Y: 'year' }[unit] ?? unit;
  return count === '1' ? `one ${word}` : `${count} ${word}s`;
}
