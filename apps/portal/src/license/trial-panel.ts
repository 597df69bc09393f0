import { type Html, html } from '../page/html';
import { day } from '../words/dates';
import { type Buttons, nothing } from './buttons';
import type { LicenseStory } from './license-story';

/** A trial is extended some times, and then bought or over (F). */
export function trialSteps({ license, refusals, policy }: LicenseStory, to: Buttons): Html {
  const { convertedTo, term, trialExtensions = 0 } = license;
  if (convertedTo) {
    return html`<p>It turned into a license on ${day(convertedTo.on)}.</p>
      <p><a class="button" href="/portal/licenses/${convertedTo.licenseId}">See that license</a></p>`;
  }
  const { extensionDays, maxExtensions } = policy.trial;
  return html`${term?.expiresOn !== undefined && html`<p>It ${license.status === 'expired' ? 'ended' : 'ends'} on <strong>${day(term.expiresOn)}</strong>.</p>`}
    <p class="sub">Extended ${trialExtensions} of ${maxExtensions} times.</p>
    ${
      refusals.extendTrial
        ? html`<p>${refusals.extendTrial.message}</p>`
        : html`${to.button('extend-trial', `Extend it by ${extensionDays} days`, nothing, 'primary')}
            <p class="sub">To keep what you use, buy it: write to ${policy.vendor.salesEmail}.</p>`
    }`;
}
