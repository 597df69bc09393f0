import { channelPolicy } from '../policy';
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

/** Reminder days up to the import were the former system's. */
export function recordBeforeImport(
  reminders: Reminders,
  { subject, term, asOf }: RecordBeforeImport,
  { policy, channel }: Omit<OfOrder, 'now'>,
): ReminderSuppressed[] {
  return remindersOf(channelPolicy(policy, channel).reminders, term)
    .filter(({ offset, dueOn }) => dueOn <= asOf && !reminders.has(offset))
    .map(({ offset }) => ({
      type: 'ReminderSuppressed',
      data: { subject, expiresOn: term.expiresOn, offset, reason: 'before-import' },
    }));
}
