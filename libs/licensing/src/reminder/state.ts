import type { Mail } from '../mail';
import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { ContactId } from '../shared/words';
import type { ReminderEvent, ReminderSent, SuppressionReason } from './events';

/** What was decided about the reminders of one subject and expiry, by offset. */
export type Reminders = ReadonlyMap<number, OffsetDecision>;

export type OffsetDecision = DueOffset | SuppressedOffset;

export interface DueOffset {
  readonly outcome: 'due';
  readonly mails: ReadonlyMap<ContactId, ReminderMail>;
}

/** As any mail; of one that was sent also the proof that it was. */
export type ReminderMail =
  | Exclude<Mail, { outcome: 'sent' }>
  | ({ readonly outcome: 'sent' } & Pick<ReminderSent['data'], 'messageId' | 'sentAt' | 'answer'>);

/** Nobody gets it. */
export interface SuppressedOffset {
  readonly outcome: 'suppressed';
  readonly reason: SuppressionReason;
}

function evolve(reminders: Reminders, event: ReminderEvent): Reminders {
  switch (event.type) {
    case 'ReminderDue':
      return withDecision(reminders, event, { outcome: 'due', mails: new Map() });
    case 'ReminderSuppressed': {
      const { contactId, reason } = event.data;
      return contactId === undefined
        ? withDecision(reminders, event, { outcome: 'suppressed', reason })
        : withMail(reminders, event, contactId, { outcome: 'suppressed' });
    }
    case 'ReminderSent': {
      const { contactId, messageId, sentAt, answer } = event.data;
      return withMail(reminders, event, contactId, { outcome: 'sent', messageId, sentAt, answer });
    }
    case 'ReminderFailed': {
      const { contactId, permanent, answer } = event.data;
      return withMail(reminders, event, contactId, { outcome: 'failed', permanent, answer });
    }
    case 'AlertRaised':
      return reminders;
    default:
      throw new UnknownEvent('reminder', event);
  }
}

function withDecision(reminders: Reminders, { data }: ReminderEvent, decision: OffsetDecision): Reminders {
  return new Map(reminders).set(data.offset, decision);
}

function withMail(reminders: Reminders, event: ReminderEvent, contactId: ContactId, mail: ReminderMail): Reminders {
  const decision = reminders.get(event.data.offset);
  if (decision?.outcome !== 'due') throw new EventOutOfPlace('reminder', event, 'not due');
  return withDecision(reminders, event, { ...decision, mails: new Map(decision.mails).set(contactId, mail) });
}

/** What became of the contact's mail of that offset, if anything did. */
export function mailOf(reminders: Reminders, offset: number, contactId: ContactId): ReminderMail | undefined {
  const decision = reminders.get(offset);
  return decision?.outcome === 'due' ? decision.mails.get(contactId) : undefined;
}

export const reminderStream: StreamDefinition<Reminders, ReminderEvent> = {
  category: 'reminder',
  initial: new Map(),
  evolve,
};
