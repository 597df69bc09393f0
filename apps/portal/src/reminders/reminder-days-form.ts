import { type Buttons, hidden } from '../license/buttons';
import type { LicenseStory } from '../license/license-story';
import { type Html, html } from '../page/html';

/** Which days hold and who set them; for the vendor's people, the way to others. */
export function reminderDays(story: LicenseStory, to: Buttons): Html | false {
  const { offsets } = story.reminderDays;
  if (!isReminded(story)) return false;
  return html`<p>
      ${offsets.length > 0 ? html`On <strong>${offsets.join(', ')}</strong> days before the last day` : 'Not at all'},
      ${asSetBy(story)}.
    </p>
    ${canBeSet(story) && forms(story, to)}`;
}

function asSetBy({ reminderDays: { from, policy }, license, policy: { vendor } }: LicenseStory): string {
  if (from === 'policy') return `as ${vendor.name} reminds of everything that was bought this way`;
  const whose = from === 'license' ? 'this license' : `all licenses of ${license.organization.name}`;
  return `as set for ${whose} instead of the usual ${policy.length > 0 ? policy.join(', ') : 'none'}`;
}

function forms(
  { reminderDays: { license, organization }, license: { organization: company } }: LicenseStory,
  to: Buttons,
) {
  const reason = html`<label>Why<input name="reason" required maxlength="500" autocomplete="off" /></label>`;
  const set = to.button(
    'set-reminder-days',
    'Set these days',
    html`<label
        >Days before the last day, the largest first, or “none”
        <input name="days" required maxlength="500" autocomplete="off" placeholder="90, 30, 7"
      /></label>
      <label
        >For<select name="whose">
          <option value="license">This license</option>
          <option value="organization">All licenses of ${company.name}</option>
        </select></label
      >
      ${reason}`,
  );
  if (!set) return false;
  const reset = (whose: 'license' | 'organization', of: string) =>
    html`<h3>Set for ${of}</h3>
      ${to.button('reset-reminder-days', 'Take them back', html`${hidden('whose', whose)}${reason}`)}`;
  return html`<details class="narrowform">
    <summary>Remind on other days</summary>
    <p class="sub">Days that are past count as missed: one mail goes out at once. The reason stays on record.</p>
    ${set} ${license && reset('license', `this license: ${daysOf(license)}`)}
    ${organization && reset('organization', `all licenses of ${company.name}: ${daysOf(organization)}`)}
  </details>`;
}

function daysOf(offsets: readonly number[]): string {
  return offsets.length > 0 ? offsets.join(', ') : 'none';
}

function isReminded({ license: { kind, maintenance } }: LicenseStory): boolean {
  return kind === 'annual' || maintenance !== undefined;
}

/** Where a form would be refused whatever it says, there is none. */
function canBeSet({ license: { status, successor } }: LicenseStory): boolean {
  return status !== 'terminated' && successor === undefined;
}
