import { refused, type Rule } from '../shared/rule';
import type { ReminderOffsetsOverridden } from './events';

/** Two years: a mail that comes earlier reminds nobody. */
const LARGEST_OFFSET = 730;

type OffsetsRule = Rule<object, Pick<ReminderOffsetsOverridden['data'], 'offsets' | 'reason'>, object>;

const areDays: OffsetsRule = (_state, { offsets = [] }) =>
  offsets.every((offset) => Number.isInteger(offset) && offset >= 0 && offset <= LARGEST_OFFSET)
    ? undefined
    : refused(
        'INVALID_COUNT',
        `Offsets are whole days before the expiry, 0 to ${LARGEST_OFFSET}. Correct those that are not.`,
      );

const areInOrder: OffsetsRule = (_state, { offsets = [] }) =>
  offsets.every((offset, index) => index === 0 || offset < (offsets[index - 1] as number))
    ? undefined
    : refused(
        'INVALID_INPUT',
        'Name each offset once, the earliest day (the largest number) first, such as 90, 30, 7.',
      );

const saysWhy: OffsetsRule = (_state, { reason }) =>
  reason.trim() === ''
    ? refused('INVALID_INPUT', 'Say why the reminder days are others than agreed: it stays on record.')
    : undefined;

/** What must hold of offsets that somebody sets, for whatever it is. */
export const offsetRules: readonly OffsetsRule[] = [areDays, areInOrder, saysWhy];
