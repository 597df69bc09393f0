import type { Explanation } from '@renewals/automations';
import { addDays } from '@renewals/licensing';
import type { ReminderDocument } from '../../../api/src/reminders/reminder.document';

/** One reminder, and what became of it for each contact who was decided about. */
export interface ReminderRow {
  /** None where nothing of the license expires. */
  readonly expiresOn?: string;
  /** Days before `expiresOn`. */
  readonly offset: number;
  /** None where there is no such day. */
  readonly dueOn?: string;
  readonly outcomes: readonly ReminderDocument[];
  /** Of the next expiry. */
  readonly explanation?: Explanation;
}

export function rowsOfNextExpiry(
  explanations: readonly Explanation[],
  decided: readonly ReminderDocument[],
): readonly ReminderRow[] {
  return explanations.map((explanation) => {
    const { expiresOn, offset, subject } = explanation.about;
    const outcomes = decided.filter(
      (one) => one.subject === subject.kind && one.expiresOn === expiresOn && one.offset === offset,
    );
    const isNone = explanation.verdict === 'none';
    return {
      ...(expiresOn !== undefined && { expiresOn, ...(!isNone && { dueOn: addDays(expiresOn, -offset) }) }),
      offset,
      outcomes,
      explanation,
    };
  });
}

/** Of expiries that are past, or that have moved; the newest first. */
export function rowsOfOtherExpiries(
  explanations: readonly Explanation[],
  decided: readonly ReminderDocument[],
): readonly ReminderRow[] {
  const next = explanations[0]?.about.expiresOn;
  const others = decided.filter(({ expiresOn }) => expiresOn !== next);
  const isSame = (one: ReminderDocument, other: ReminderDocument) =>
    one.expiresOn === other.expiresOn && one.offset === other.offset;
  return others
    .filter((one, index) => others.findIndex((other) => isSame(one, other)) === index)
    .map((one) => {
      const { expiresOn, offset, dueOn } = one;
      return { expiresOn, offset, dueOn, outcomes: others.filter((other) => isSame(one, other)) };
    })
    .sort((one, other) => (one.dueOn < other.dueOn ? 1 : -1));
}
