import { isSameOffsets, offsetRules, type ReminderOffsetsChanged, type ReminderOffsetsOverridden } from '../policy';
import { isStaff } from '../shared/actors';
import { enforce, refused, type Rule } from '../shared/rule';
import { withOffsets } from './follow-offsets';
import { isIssued, isNotConverted, isNotTerminated } from './rules';
import type { License } from './state';

export type OverrideLicenseOffsets = ReminderOffsetsOverridden['data'];

type OverrideRule = Rule<License, OverrideLicenseOffsets, object>;

/** More mail to a customer, or none, is a matter of what was agreed with them: the vendor's people know that. */
const isByStaff: OverrideRule = (_license, { by }) =>
  isStaff(by)
    ? undefined
    : refused('NOT_ALLOWED', "The vendor's people set the reminder days. Write to sales, and they will.");

const isRemindedOf: OverrideRule = (license) =>
  'grant' in license && license.grant.kind === 'trial'
    ? refused('NOT_ALLOWED', 'Nobody is reminded of a trial. Set the days of the license that is bought for it.')
    : undefined;

const isTheLast: OverrideRule = (license) =>
  'successor' in license && license.successor
    ? refused(
        'NOT_ALLOWED',
        `This license is renewed: license ${license.successor.successorId} follows it. Set the days of that one.`,
      )
    : undefined;

const rules: readonly OverrideRule[] = [
  isByStaff,
  isIssued,
  isNotTerminated,
  isNotConverted,
  isRemindedOf,
  isTheLast,
  ...offsetRules,
];

/** The license, and whatever follows it, is reminded of on these days, whatever its company's or the policy's are. */
export function overrideLicenseOffsets(
  license: License,
  command: OverrideLicenseOffsets,
): (ReminderOffsetsOverridden | ReminderOffsetsChanged)[] {
  enforce(rules, license, command, {});
  if (license.status === 'unissued' || isSameOffsets(license.grant.overrides?.license, command.offsets)) return [];
  return [{ type: 'ReminderOffsetsOverridden', data: command }, withOffsets(license, 'license', command.offsets)];
}
