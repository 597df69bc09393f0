import { channelPolicy, type OffsetOverrides, remindersInForce } from '../policy';
import type { OfOrder } from '../shared/decision';
import type { IsoDate, Subject } from '../shared/words';
import type { Term } from '../term';
import type { ReminderSuppressed } from './events';
import { remindersOf } from './reminders-of';
import type { Reminders } from './state';

export interface RecordBeforeImport {
  readonly subject: Subject;
  readonly term: Term;
  /** The day which the imported files describe. */
  readonly asOf: IsoDate;
}

/** With what its company had set before it was imported. */
export interface SoldThrough extends Omit<OfOrder, 'now'> {
  readonly overrides?: OffsetOverrides;
}

/** Reminder days up to the import were the former system's. */
export function recordBeforeImport(
  reminders: Reminders,
  { subject, term, asOf }: RecordBeforeImport,
  { policy, channel, overrides }: SoldThrough,
): ReminderSuppressed[] {
  return remindersOf(remindersInForce(channelPolicy(policy, channel).reminders, overrides), term)
    .filter(({ offset, dueOn }) => dueOn <= asOf && !reminders.has(offset))
    .map(({ offset }) => ({
      type: 'ReminderSuppressed',
      data: { subject, expiresOn: term.expiresOn, offset, reason: 'before-import' },
    }));
}
