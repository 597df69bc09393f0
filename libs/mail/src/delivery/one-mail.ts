import { MAX_ATTEMPTS } from '@renewals/platform';
import { composeMail } from '../compose/compose-mail';
import type { MailContent } from '../compose/mail-content';
import type { Outbox } from '../outbox/outbox';
import { dueMailingOf, type OutboxRow } from '../outbox/outbox-table';
import { type MailTransport, PermanentMailFailure } from '../transport/transport';
import { withoutAddresses } from '../transport/without-addresses';
import type { MailDesk } from './mail-desk';
import type { Due, Recipient } from './mailing';

interface Accepted {
  readonly messageId: string;
  readonly answer: string;
}

/**
 * One attempt at a leased mail: ends in a decision on record, for which the outbox projection takes the row away, or
 * fails and leaves the row.
 */
export class OneMail {
  private readonly mailing: Due;
  private readonly recipient: Recipient;

  constructor(
    private readonly row: OutboxRow,
    private readonly outbox: Outbox,
    private readonly desk: MailDesk,
    private readonly transport: MailTransport,
  ) {
    this.mailing = dueMailingOf(row);
    this.recipient = row.recipient as Recipient;
  }

  async attempt(now: number): Promise<void> {
    const { recipient } = this;
    const { messageId } = this.row;
    if (messageId !== null) return this.desk.record(this.mailing, { outcome: 'sent', recipient, messageId });
    const verdict = await this.desk.check(this.mailing, recipient);
    if (verdict === 'already-decided') return this.outbox.remove(this.row);
    if ('suppress' in verdict) {
      return this.desk.record(this.mailing, { outcome: 'suppressed', recipient, reason: verdict.suppress });
    }
    const accepted = await this.send(verdict.send, now);
    if (accepted) await this.recordSent(accepted);
  }

  /** `undefined` for a recipient who will never get it, which is on record then. */
  private async send(content: MailContent, now: number): Promise<Accepted | undefined> {
    try {
      if (this.row.attempts > MAX_ATTEMPTS) throw new Error('The sender stopped while it was sending, each time.');
      const mail = composeMail(this.mailing, this.recipient, content, now);
      const { answer } = await this.transport.send(mail);
      return { messageId: mail.messageId, answer: withoutAddresses(answer) };
    } catch (error) {
      const permanent = error instanceof PermanentMailFailure;
      if (permanent || this.row.attempts >= MAX_ATTEMPTS) {
        const answer = withoutAddresses((error as Error).message);
        await this.desk.record(this.mailing, { outcome: 'failed', recipient: this.recipient, permanent, answer });
      }
      if (permanent) return undefined;
      throw error;
    }
  }

  private async recordSent(accepted: Accepted): Promise<void> {
    try {
      const { messageId } = accepted;
      await this.desk.record(this.mailing, { outcome: 'sent', recipient: this.recipient, messageId });
    } catch (error) {
      await this.outbox.accepted(accepted, this.row);
      throw error;
    }
  }
}
