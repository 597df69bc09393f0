import type { LicenseDocument } from '../../../api/src/licenses/license.document';
import type { RenewalDocument } from '../../../api/src/renewals/renewal.document';
import { type Html, html } from '../page/html';
import { day } from '../words/dates';
import { type Buttons, hidden, nothing } from './buttons';
import type { LicenseStory } from './license-story';
import { nextSteps } from './next-steps';
import { billing } from './settlement';
import { trialSteps } from './trial-panel';

/** What can be done now, the next step first. What is refused says so when it is tried. */
export function renewalPanel(story: LicenseStory, to: Buttons): Html {
  return html`<section class="card panel">
    <h2>${heading(story)}</h2>
    ${story.renewal && story.renewal.stage !== 'withdrawn' ? underWay(story.renewal, story, to) : notRequested(story, to)}
    ${recurringBilling(story, to)}
  </section>`;
}

function heading({ license: { status, kind } }: LicenseStory): string {
  if (status === 'issued') return 'Activation';
  return kind === 'trial' ? 'Trial' : 'Renewal';
}

function notRequested(story: LicenseStory, to: Buttons): Html {
  const { license, renewal } = story;
  const { term, maintenance, status, kind } = license;
  if (status === 'terminated') return html`<p>It was ended, and is not renewed.</p>`;
  if (status === 'issued') return activation(to);
  if (kind === 'trial') return trialSteps(story, to);
  if (maintenance) return html`${maintained(maintenance)} ${renewing(story, maintenance.expiresOn, to)}`;
  if (term?.expiresOn === undefined) return html`<p>It never ends, and has no maintenance that does.</p>`;
  return html`${renewal?.stage === 'withdrawn' && html`<p class="sub">The last renewal was withdrawn.</p>`}
    <p>It ${status === 'expired' ? 'ended' : 'ends'} on <strong>${day(term.expiresOn)}</strong>.</p>
    ${renewing(story, term.expiresOn, to)} ${status === 'expired' && reactivation(story, to)}`;
}

function activation(to: Buttons): Html {
  return html`<p>It cannot be used before it is activated. Its term runs from that day.</p>
    ${to.button('activate', 'Activate it', nothing, 'primary')}`;
}

function maintained({ expiresOn, valid }: NonNullable<LicenseDocument['maintenance']>): Html {
  return html`<p>
    The license never ends. Its support and maintenance ${valid ? 'end' : 'ended'} on
    <strong>${day(expiresOn)}</strong>.
  </p>`;
}

/** The button, or why there is none. */
function renewing({ license, refusals }: LicenseStory, expiresOn: string, to: Buttons): Html | false {
  if (!to.may('request')) return false;
  if (refusals.renew) return html`<p>${refusals.renew.message}</p>`;
  const fields = hidden('currentExpiresOn', expiresOn);
  const isLate = license.maintenance ? !license.maintenance.valid : license.status === 'expired';
  return html`${
    license.maintenance
      ? to.button('request-maintenance', 'Renew support and maintenance', fields, 'primary')
      : to.button('request', 'Request renewal', fields, 'primary')
  }${isLate && html`<p class="sub">It is late: once it is requested, support chooses where the new term starts.</p>`}`;
}

/** Without a renewal, to a day that support chooses. */
function reactivation({ refusals }: LicenseStory, to: Buttons): Html | false {
  if (refusals.reactivate || !to.may('reactivate')) return false;
  const fields = html`<label>Last day<input name="until" type="date" required /></label>
    <label>Why<input name="reason" required maxlength="2000" autocomplete="off" /></label>`;
  return html`<details>
    <summary>Open it again without renewing it</summary>
    ${to.button('reactivate', 'Open it again', fields)}
  </details>`;
}

function underWay(renewal: RenewalDocument, story: LicenseStory, to: Buttons): Html {
  return html`${renewal.advice !== undefined && html`<p>${renewal.advice}</p>`}
  ${
    renewal.lines.length > 1 &&
    html`<p class="sub">
      Together with <a href="/portal/renewals/${renewal.id}">${renewal.lines.length - 1} more, on one bill</a>.
    </p>`
  }
  ${nextSteps(renewal, to) || settled(renewal, story)}`;
}

function settled(renewal: RenewalDocument, { license, names }: LicenseStory): Html {
  const hasStarted = renewal.lines.some(({ started }) => started);
  const next = license.successor;
  return html`${billing(renewal, names)}
  ${
    next
      ? html`<p>
            ${hasStarted ? 'The new contract runs since' : 'The new contract starts on'}
            <strong>${day(next.startsOn)}</strong>.
          </p>
          <p><a class="button" href="/portal/licenses/${next.licenseId}">See the license that follows</a></p>`
      : license.maintenance
        ? html`<p>Support and maintenance run to <strong>${day(license.maintenance.expiresOn)}</strong>.</p>`
        : html`<p>The license that follows is being recorded. Load this page again in a moment.</p>`
  }`;
}

function recurringBilling(story: LicenseStory, to: Buttons): Html | false {
  const { recurringBilling: status, terms, license, refusals } = story;
  if (status === 'none' || terms.recurringBilling === 'none' || license.successor) return false;
  const refusal = status === 'on' ? refusals.cancelRecurringBilling : undefined;
  return html`<div class="below">
    <p class="sub">Recurring billing is ${status}.</p>
    ${refusal ? to.may('cancel-recurring-billing') && html`<p class="sub">${refusal.message}</p>` : license.status !== 'expired' && billingButton(status, to)}
  </div>`;
}

function billingButton(status: 'on' | 'cancelled', to: Buttons): Html | false {
  return status === 'on'
    ? to.button('cancel-recurring-billing', 'Cancel recurring billing', nothing, 'link')
    : to.button('resume-recurring-billing', 'Resume recurring billing', nothing, 'link');
}
