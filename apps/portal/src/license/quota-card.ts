import { type Html, html } from '../page/html';
import { quotaBadge } from '../words/badges';
import { price } from '../words/money';
import type { Buttons } from './buttons';
import type { LicenseStory } from './license-story';

/** What is used of it, and how to get more. */
export function quotaCard(story: LicenseStory, to: Buttons): Html | false {
  const { license, additions } = story;
  const { used, available, state, thresholdCrossed } = license.usage;
  if (!license.term) return false;
  return html`<section class="card panel">
    <h2>Quota ${quotaBadge(state)}</h2>
    <progress class="${state}" value="${Math.min(used, available)}" max="${available}" aria-label="Used"></progress>
    <p>
      <strong>${used}</strong> of <strong>${available}</strong> used.
      ${state === 'low' && thresholdCrossed !== undefined && `${thresholdCrossed} % is passed.`}
      ${state === 'exhausted' && 'Nothing is left of it, whatever is left of the term.'}
    </p>
    ${
      additions.length > 0 &&
      html`<ul class="plain sub">
        ${additions.map(({ licenseId, quantity }) => html`<li>${quantity} added by <a href="/portal/licenses/${licenseId}">a license of its own</a></li>`)}
      </ul>`
    }
    ${howToGetMore(story, to)}
  </section>`;
}

function howToGetMore({ license, refusals, terms }: LicenseStory, to: Buttons): Html | false {
  if (!to.may('add-quota') || !runsOrRan.includes(license.status)) return false;
  if (license.origin === 'add-quota' && license.predecessorId !== undefined) {
    return html`<p class="sub">
      It adds quota to <a href="/portal/licenses/${license.predecessorId}">another license</a>. More is added there.
    </p>`;
  }
  if (refusals.addQuota) return html`<p class="sub">${refusals.addQuota.message}</p>`;
  const fields = html`<label
      >Units to add<input name="quantity" type="number" min="1" max="1000000" required inputmode="numeric"
    /></label>
    <p class="sub">
      ${price(license.unitPrice)} a unit. It becomes a license of its
      own${license.term?.expiresOn !== undefined && ends[terms.quota.term]}.
    </p>`;
  return to.button('add-quota', 'Add quota', fields);
}

const ends = { own: ', for a whole term', parent: ', and ends with this one' } as const;

const runsOrRan: readonly string[] = ['active', 'trial', 'upcoming', 'expired'];
