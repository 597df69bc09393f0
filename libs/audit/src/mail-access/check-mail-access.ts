import type { EventStore, Position, Upcasting } from '@renewals/event-store';
import type { ContactId, NoticeKind, NoticeSent, PolicyOf, ReminderSent } from '@renewals/licensing';
import { type LoggedEvent, loggedEvents } from '../log/logged-events';
import { type NoAccess, reasonAgainstNotice, reasonAgainstReminder } from './entitlement';
import { Rolls } from './rolls';

/** A mail that went to somebody who was not entitled to it when it was recorded. */
export interface MailWithoutAccess {
  readonly position: Position;
  readonly mail: 'reminder' | NoticeKind;
  readonly contactId: ContactId;
  readonly reason: NoAccess;
}

export interface MailReport {
  readonly mails: number;
  readonly withoutAccess: readonly MailWithoutAccess[];
  /** Mails about the same expiry and offset, or the same notice, to a contact who had one already. */
  readonly doubles: number;
}

const CATEGORIES = ['organization', 'order', 'license', 'renewal', 'reminder', 'notice'];

/**
 * Whether each mail that was ever sent to a contact went to somebody entitled to it, at its position in the log and by
 * the log alone. Throws `UnknownPolicyVersion`.
 */
export async function checkMailAccess(
  store: EventStore,
  upcasting: Upcasting,
  policyOf: PolicyOf,
): Promise<MailReport> {
  const rolls = new Rolls();
  const sent = new Set<string>();
  const withoutAccess: MailWithoutAccess[] = [];
  let mails = 0;
  for await (const event of loggedEvents(store, upcasting, CATEGORIES)) {
    rolls.record(event);
    if (!isMailToContact(event)) continue;
    const { contactId } = event.data;
    mails += 1;
    sent.add(`${nameOf(event)} ${contactId}`);
    const reason = reasonAgainst(event, rolls, policyOf);
    const mail = event.type === 'ReminderSent' ? 'reminder' : event.data.kind;
    if (reason) withoutAccess.push({ position: event.position, mail, contactId, reason });
  }
  return { mails, withoutAccess, doubles: mails - sent.size };
}

type MailToContact = ReminderSent | (NoticeSent & { readonly data: { readonly to: 'contact' } });

function isMailToContact(event: LoggedEvent): event is LoggedEvent & MailToContact {
  return event.type === 'ReminderSent' || (event.type === 'NoticeSent' && event.data.to === 'contact');
}

function nameOf(event: MailToContact): string {
  if (event.type === 'NoticeSent') return event.data.noticeId;
  const { subject, expiresOn, offset } = event.data;
  return `${subject.kind} ${subject.id} ${expiresOn} ${offset}`;
}

function reasonAgainst(event: MailToContact, rolls: Rolls, policyOf: PolicyOf): NoAccess | undefined {
  return event.type === 'ReminderSent'
    ? reasonAgainstReminder(event.data.subject.id, event.data.contactId, rolls, policyOf)
    : reasonAgainstNotice(event.data, event.data.contactId, rolls);
}
