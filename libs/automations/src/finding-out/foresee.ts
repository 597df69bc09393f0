import {
  type AtSending,
  type Audience,
  type ContactId,
  decideDueReminders,
  type DecideDueReminders,
  type DueSituation,
  type Instant,
  maySend,
  recipientsOf,
  type ReminderDue,
  type ReminderSent,
  type Reminders,
  reminderStream,
  rfc3339,
  type ReminderSuppressed,
  type SuppressionReason,
} from '@renewals/licensing';
import { remindersThatHold } from './reminders-that-hold';

/** What becomes of the reminder of one offset. */
export interface Foreseen {
  /** Days before the expiry. */
  readonly offset: number;
  /** When it is decided: on its day, or at once when that is past. */
  readonly at: Instant;
  /** Why nobody gets it. */
  readonly reason?: SuppressionReason;
  /** What becomes of each recipient's mail. Nobody's where there is a reason. */
  readonly mails: ReadonlyMap<ContactId, 'sent' | SuppressionReason>;
}

/**
 * What the engine will decide about an expiry, and whom it will write to, if nobody does anything from `now` on. The
 * decisions are those that will be taken: nothing else than the time changes what they are taken on.
 */
export function foresee(
  of: DecideDueReminders,
  situation: DueSituation & Audience,
  decided: Reminders,
): readonly Foreseen[] {
  const foreseen: Foreseen[] = [];
  let reminders = decided;
  for (const now of instantsToCome(of, situation, decided)) {
    const then = { ...situation, now };
    const events = decideDueReminders(reminders, of, then);
    reminders = events.reduce<Reminders>(reminderStream.evolve, reminders);
    for (const event of events) {
      const mails = event.type === 'ReminderDue' ? mailsOf(event, { ...then, reminders }) : nobodys;
      reminders = sentOf(event, mails, now).reduce<Reminders>(reminderStream.evolve, reminders);
      foreseen.push({ offset: event.data.offset, at: now, mails, ...reasonOf(event, mails) });
    }
  }
  return foreseen;
}

function instantsToCome(
  { expiresOn }: DecideDueReminders,
  situation: DueSituation & Audience,
  decided: Reminders,
): readonly Instant[] {
  const undecided = remindersThatHold(expiresOn, situation).filter(({ offset }) => !decided.has(offset));
  return [...new Set(undecided.map(({ dueAt }) => Math.max(dueAt, situation.now)))].sort((one, other) => one - other);
}

const nobodys: Foreseen['mails'] = new Map();

function mailsOf({ data }: ReminderDue, then: AtSending): Foreseen['mails'] {
  return new Map(
    recipientsOf(then).map((contactId) => {
      const verdict = maySend(contactId, data, then);
      return [contactId, verdict === 'ok' ? 'sent' : verdict];
    }),
  );
}

function reasonOf(event: ReminderDue | ReminderSuppressed, { size }: Foreseen['mails']): Pick<Foreseen, 'reason'> {
  if (event.type === 'ReminderSuppressed') return { reason: event.data.reason };
  return size === 0 ? { reason: 'no-recipient' } : {};
}

/** Later decisions take it into account. */
function sentOf({ data }: ReminderDue | ReminderSuppressed, mails: Foreseen['mails'], now: Instant): ReminderSent[] {
  const { subject, expiresOn, offset } = data;
  const of = { subject, expiresOn, offset, messageId: '', answer: '', sentAt: rfc3339(now) };
  return [...mails].flatMap(([contactId, outcome]) =>
    outcome === 'sent' ? [{ type: 'ReminderSent', data: { ...of, contactId } }] : [],
  );
}
