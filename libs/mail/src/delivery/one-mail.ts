import { MAX_ATTEMPTS } from '@renewals/platform';
import type { ContactId } from '@renewals/licensing';
import { composeReminder } from '../compose/compose-reminder';
import type { Outbox } from '../outbox/outbox';
import { dueReminderOf, type OutboxRow } from '../outbox/outbox-table';
import { type MailTransport, PermanentMailFailure } from '../transport/transport';
import { withoutAddresses } from '../transport/without-addresses';
import type { DueReminder, ReminderContent, ReminderDesk } from './reminder-desk';

interface Accepted {
  readonly messageId: string;
  readonly answer: string;
}

/**
 * One attempt at a leased mail: ends in a decision on record, for which the outbox projection takes the row away, or
 * fails and leaves the row.
 */
export class OneMail {
  private readonly reminder: DueReminder;
  private readonly contact: ContactId;

  constructor(
    private readonly row: OutboxRow,
    private readonly outbox: Outbox,
    private readonly desk: ReminderDesk,
    private readonly transport: MailTransport,
  ) {
    this.reminder = dueReminderOf(row);
    this.contact = row.contact as ContactId;
  }

  async attempt(now: number): Promise<void> {
    const { messageId } = this.row;
    if (messageId !== null) return this.desk.recordSent(this.reminder, this.contact, messageId);
    const verdict = await this.desk.check(this.reminder, this.contact);
    if (verdict === 'already-decided') return this.outbox.remove(this.row);
    if ('suppress' in verdict) return this.desk.recordSuppressed(this.reminder, this.contact, verdict.suppress);
    const accepted = await this.send(verdict.send, now);
    if (accepted) await this.recordSent(accepted);
  }

  /** `undefined` for a recipient who will never get it, which is on record then. */
  private async send(content: ReminderContent, now: number): Promise<Accepted | undefined> {
    try {
      if (this.row.attempts > MAX_ATTEMPTS) throw new Error('The sender stopped while it was sending, each time.');
      const mail = composeReminder(this.reminder, this.contact, content, now);
      const { answer } = await this.transport.send(mail);
      return { messageId: mail.messageId, answer: withoutAddresses(answer) };
    } catch (error) {
      const permanent = error instanceof PermanentMailFailure;
      if (permanent || this.row.attempts >= MAX_ATTEMPTS) {
        const answer = withoutAddresses((error as Error).message);
        await this.desk.recordFailed(this.reminder, this.contact, { permanent, answer });
      }
      if (permanent) return undefined;
      throw error;
    }
  }

  private async recordSent(accepted: Accepted): Promise<void> {
    try {
      await this.desk.recordSent(this.reminder, this.contact, accepted.messageId);
    } catch (error) {
      await this.outbox.accepted(accepted, this.row);
      throw error;
    }
  }
}
