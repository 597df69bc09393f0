import type { ReminderPolicy } from './policy';

/** Days before an expiry, each once, the earliest day (the largest number) first. Empty: nobody is reminded. */
export type Offsets = readonly number[];

/** What the vendor's people set instead of the policy's offsets, for one license or for a whole company. */
export interface OffsetOverrides {
  readonly license?: Offsets;
  readonly organization?: Offsets;
}

/** The reminders of a term: the license's own offsets go before the company's, and those before the policy's. */
export function remindersInForce(
  reminders: ReminderPolicy,
  { license, organization }: OffsetOverrides = {},
): ReminderPolicy {
  return { ...reminders, offsets: license ?? organization ?? reminders.offsets };
}

/** With the offsets of one level set, or taken back where there are none. */
export function withOverride(
  overrides: OffsetOverrides,
  level: keyof OffsetOverrides,
  offsets: Offsets | undefined,
): OffsetOverrides {
  const { [level]: _before, ...others } = overrides;
  return offsets ? { ...others, [level]: offsets } : others;
}

export function isSameOffsets(one: Offsets | undefined, other: Offsets | undefined): boolean {
  if (!one || !other) return one === other;
  return one.length === other.length && one.every((offset, index) => offset === other[index]);
}
