import { failedAlike, isSettled, type Mail } from '../mail';
import { enforce, refused, type Rule } from '../shared/rule';
import type { ContactId } from '../shared/words';
import type { AlertRaised, ReminderDue, ReminderFailed, ReminderSent, ReminderSuppressed } from './events';
import type { Unreached } from './recipients';
import { mailOf, type Reminders } from './state';

export type RecordSent = ReminderSent['data'];
export type RecordFailed = ReminderFailed['data'];

export interface RecordNoRecipient extends Readonly<ReminderDue['data']> {
  /** Who would have got it, and why each does not. */
  readonly unreached?: readonly Unreached[];
}

export interface RecordSuppressed extends Readonly<ReminderSuppressed['data']> {
  readonly contactId: ContactId;
}

const isDue: Rule<Reminders, ReminderDue['data'], object> = (reminders, { offset }) =>
  reminders.get(offset)?.outcome === 'due'
    ? undefined
    : refused(
        'NOT_FOUND',
        `No reminder ${offset} days before this expiry is due. Look at the ledger for what was decided.`,
      );

const rules = [isDue];

/** The contact has the mail. Recorded once for each contact and offset, however often it is reported. */
export function recordSent(reminders: Reminders, command: RecordSent): ReminderSent[] {
  enforce(rules, reminders, command, {});
  return isSettled(mailFor(reminders, command)) ? [] : [{ type: 'ReminderSent', data: command }];
}

/** The contact was found not to get the mail after all. */
export function recordSuppressed(reminders: Reminders, command: RecordSuppressed): ReminderSuppressed[] {
  enforce(rules, reminders, command, {});
  return isSettled(mailFor(reminders, command)) ? [] : [{ type: 'ReminderSuppressed', data: command }];
}

/** The mail was not taken. The same answer to the next attempt is nothing new. */
export function recordFailed(reminders: Reminders, command: RecordFailed): ReminderFailed[] {
  enforce(rules, reminders, command, {});
  const mail = mailFor(reminders, command);
  return isSettled(mail) || failedAlike(mail, command) ? [] : [{ type: 'ReminderFailed', data: command }];
}

/** Nobody is left to write to: sales must know. */
export function recordNoRecipient(
  reminders: Reminders,
  { unreached = [], ...command }: RecordNoRecipient,
): (ReminderSuppressed | AlertRaised)[] {
  const decision = reminders.get(command.offset);
  if (decision?.outcome === 'suppressed' && decision.reason === 'no-recipient') return [];
  enforce(rules, reminders, command, {});
  const data = { ...command, reason: 'no-recipient' } as const;
  return [
    ...unreached.map((one) => ({ type: 'ReminderSuppressed', data: { ...command, ...one } }) as const),
    { type: 'ReminderSuppressed', data },
    { type: 'AlertRaised', data },
  ];
}

function mailFor(
  reminders: Reminders,
  { offset, contactId }: Pick<RecordSent, 'offset' | 'contactId'>,
): Mail | undefined {
  return mailOf(reminders, offset, contactId);
}
