import type { Caller } from '../../../api/src/identity/caller';
import { type Html, html } from '../page/html';
import { moment } from '../words/dates';
import type { LicenseStory } from './license-story';
import type { Moment } from './timeline';

export function timeline({ timeline: moments, license, policy }: LicenseStory, caller: Caller): Html {
  const zone = license.term?.zone ?? policy.vendor.zone;
  return html`<ol class="timeline">
      ${moments.map((one) => entry(one, zone, caller))}
    </ol>
    <p class="sub">
      Times on the clocks of ${zone}. <a href="/portal/licenses/${license.id}/history">Event by event</a>
    </p>`;
}

function entry({ at, title, detail, by, tone, mail }: Moment, zone: string, { role }: Caller): Html {
  return html`<li class="${tone}">
    <p class="what">${title}</p>
    ${detail !== undefined && html`<p class="detail">${detail}${mail !== undefined && role !== 'customer' && html` · <a href="/portal/mails/${encodeURIComponent(mail)}">the mail</a>`}</p>`}
    <p class="when"><time datetime="${at}">${moment(at, zone)}</time> · ${by}</p>
  </li>`;
}
