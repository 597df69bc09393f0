import { channelPolicy, remindersInForce } from '../policy';
import type { Instant, IsoDate, Subject } from '../shared/words';
import type { ReminderDue, ReminderSuppressed, SuppressionReason } from './events';
import { type Reminder, remindersOf } from './reminders-of';
import type { Reminders } from './state';
import { reasonNotToRemind, type Situation } from './still-wanted';

export interface DecideDueReminders {
  readonly subject: Subject;
  readonly expiresOn: IsoDate;
}

export interface DueSituation extends Situation {
  /** When mail was released after an import. What fell due before is recorded, not sent. */
  readonly mailReleasedAt?: Instant;
}

/**
 * Decides, once and for all, every offset that has fallen due. After downtime several have: only the tightest is sent,
 * so that nobody gets four mails at once.
 */
export function decideDueReminders(
  reminders: Reminders,
  { subject, expiresOn }: DecideDueReminders,
  situation: DueSituation,
): (ReminderDue | ReminderSuppressed)[] {
  const undecided = dueReminders(expiresOn, situation).filter(({ offset }) => !reminders.has(offset));
  const tightest = Math.min(...undecided.map(({ offset }) => offset), ...reminders.keys());
  const reasonForAll = reasonNotToRemind(expiresOn, situation);
  return undecided.map((reminder) => {
    const data = { subject, expiresOn, offset: reminder.offset };
    const reason = reasonForAll ?? reasonAgainst(reminder, tightest, situation);
    return reason ? { type: 'ReminderSuppressed', data: { ...data, reason } } : { type: 'ReminderDue', data };
  });
}

function reasonAgainst(
  { offset, dueAt }: Reminder,
  tightest: number,
  { mailReleasedAt }: DueSituation,
): SuppressionReason | undefined {
  if (mailReleasedAt !== undefined && dueAt < mailReleasedAt) return 'before-go-live';
  return offset > tightest ? 'superseded' : undefined;
}

/** The expiry may have moved since; what fell due of the old one is decided as well. */
function dueReminders(
  expiresOn: IsoDate,
  { now, policy, channel, license, renewable }: DueSituation,
): readonly Reminder[] {
  if (!renewable || license.status === 'unissued' || license.grant.kind === 'trial') return [];
  const reminders = remindersInForce(channelPolicy(policy, channel).reminders, license.grant.overrides);
  return remindersOf(reminders, { ...renewable.term, expiresOn }).filter(({ dueAt }) => dueAt <= now);
}
