import { isSameOffsets, type OffsetOverrides, type ReminderOffsetsChanged, soldUnder } from '../policy';
import { daysToSet } from './days-to-set';
import type { Maintenance } from './state';

/** What holds for the license that is maintained. */
export interface FollowLicenseOffsets {
  readonly overrides: OffsetOverrides | undefined;
}

/** Maintenance is reminded of on the days of its license. */
export function followLicenseOffsets(
  maintenance: Maintenance,
  { overrides = {} }: FollowLicenseOffsets,
): ReminderOffsetsChanged[] {
  if (maintenance.status === 'none' || maintenance.status === 'ended') return [];
  const { license, organization } = maintenance.agreed.overrides ?? {};
  if (isSameOffsets(license, overrides.license) && isSameOffsets(organization, overrides.organization)) return [];
  const data = { ...soldUnder(maintenance.agreed), overrides, ...daysToSet(maintenance) };
  return [{ type: 'ReminderOffsetsChanged', data }];
}
