import type { EventStore, Position, Upcasting } from '@renewals/event-store';
import type { Policy, ReminderSent } from '@renewals/licensing';
import { loggedEvents } from '../log/logged-events';
import { type NoAccess, reasonAgainstMail } from './entitlement';
import { Rolls } from './rolls';

/** A reminder that went to somebody who was not entitled to it when it was recorded. */
export interface MailWithoutAccess extends Readonly<ReminderSent['data']> {
  readonly position: Position;
  readonly reason: NoAccess;
}

export interface MailReport {
  readonly mails: number;
  readonly withoutAccess: readonly MailWithoutAccess[];
  /** Mails about the same expiry and offset to a contact who had one already. */
  readonly doubles: number;
}

const CATEGORIES = ['organization', 'order', 'license', 'reminder'];

/**
 * Whether each reminder that was ever sent went to somebody entitled to it, at its position in the log and by the log
 * alone. Throws `UnknownPolicy` for a policy that is not among `policies` (by id).
 */
export async function checkMailAccess(
  store: EventStore,
  upcasting: Upcasting,
  policies: ReadonlyMap<string, Policy>,
): Promise<MailReport> {
  const rolls = new Rolls();
  const sent = new Set<string>();
  const withoutAccess: MailWithoutAccess[] = [];
  let mails = 0;
  for await (const event of loggedEvents(store, upcasting, CATEGORIES)) {
    rolls.record(event);
    if (event.type !== 'ReminderSent') continue;
    const { subject, expiresOn, offset, contactId } = event.data;
    mails += 1;
    sent.add(`${subject.kind} ${subject.id} ${expiresOn} ${offset} ${contactId}`);
    const reason = reasonAgainstMail(subject.id, contactId, rolls, policies);
    if (reason) withoutAccess.push({ position: event.position, ...event.data, reason });
  }
  return { mails, withoutAccess, doubles: mails - sent.size };
}
