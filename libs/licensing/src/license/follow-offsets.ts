import {
  isSameOffsets,
  type OffsetOverrides,
  type Offsets,
  type ReminderOffsetsChanged,
  soldUnder,
  withOverride,
} from '../policy';
import { daysToSet } from './days-to-set';
import type { GrantedLicense } from './in-place';
import type { License } from './state';

/** What its company set; none where that was taken back, or never was. */
export interface FollowOffsets {
  readonly offsets: Offsets | undefined;
}

/** Follows what its company set; offsets of its own still go before. */
export function followOrganizationOffsets(license: License, { offsets }: FollowOffsets): ReminderOffsetsChanged[] {
  if (license.status === 'unissued' || license.status === 'converted' || license.status === 'terminated') return [];
  const { kind, overrides } = license.grant;
  if (kind === 'trial' || isSameOffsets(overrides?.organization, offsets)) return [];
  return [withOffsets(license, 'organization', offsets)];
}

export function withOffsets(
  license: GrantedLicense,
  level: keyof OffsetOverrides,
  offsets: Offsets | undefined,
): ReminderOffsetsChanged {
  const overrides = withOverride(license.grant.overrides ?? {}, level, offsets);
  return { type: 'ReminderOffsetsChanged', data: { ...soldUnder(license.grant), overrides, ...daysToSet(license) } };
}
