import { OverrideLicenseOffsets, OverrideOrganizationOffsets } from '@renewals/commands';
import { type Offsets, Refusal } from '@renewals/licensing';
import { given } from './action-form';
import type { Asked } from './asked';

/** `90, 30, 7`; `none` for nobody to be reminded. Throws `INVALID_INPUT`. */
export function offsetsIn(text: string): Offsets {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length === 1 && words[0]?.toLowerCase() === 'none') return [];
  if (words.length > 0 && words.every((word) => /^\d{1,4}$/.test(word))) return words.map(Number);
  throw new Refusal('INVALID_INPUT', `“${text}” are no days. Write them as 90, 30, 7, or none to remind nobody.`);
}

/** Sets the days of the license, or of all of its company; takes back what was set where there are none. */
export function reminderDaysCommand({ licenseId, organizationId, form, context }: Asked, offsets: Offsets | undefined) {
  const wanted = { ...(offsets && { offsets }), reason: form.reason ?? '' };
  return given(form.whose) === 'license'
    ? new OverrideLicenseOffsets(licenseId, wanted, context)
    : new OverrideOrganizationOffsets(organizationId, wanted, context);
}
