import type { ContactId } from '@renewals/licensing';
import type { DigestContent } from '../compose/kinds/digest';
import type { ReminderContent } from '../compose/kinds/reminder';
import type { DigestWriter, MailDesk, MailOutcome, Verdict } from './mail-desk';
import type { Due, DueNotice, DueReminder, Recipient } from './mailing';

/** Asks and tells the desk that knows the mailing. */
export class EveryDesk implements MailDesk, DigestWriter {
  constructor(
    private readonly reminders: MailDesk<DueReminder> & DigestWriter,
    private readonly notices: MailDesk<DueNotice>,
  ) {}

  recipients(of: Due): Promise<readonly Recipient[]> {
    return of.kind === 'reminder' ? this.reminders.recipients(of) : this.notices.recipients(of);
  }

  check(of: Due, recipient: Recipient): Promise<Verdict> {
    return of.kind === 'reminder' ? this.reminders.check(of, recipient) : this.notices.check(of, recipient);
  }

  record(of: Due, outcome: MailOutcome): Promise<void> {
    return of.kind === 'reminder' ? this.reminders.record(of, outcome) : this.notices.record(of, outcome);
  }

  digestOf(contactId: ContactId, lines: readonly ReminderContent[]): DigestContent {
    return this.reminders.digestOf(contactId, lines);
  }
}
