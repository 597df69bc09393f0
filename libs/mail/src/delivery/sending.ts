import { MAX_ATTEMPTS } from '@renewals/platform';
import { composeMail } from '../compose/compose-mail';
import type { Outbox } from '../outbox/outbox';
import type { OutboxRow } from '../outbox/outbox-table';
import type { Pace } from '../pacing/pace';
import {
  type MailMessage,
  type MailTransport,
  PermanentMailFailure,
  ServerUnavailable,
  TransientMailFailure,
} from '../transport/transport';
import { withoutAddresses } from '../transport/without-addresses';
import type { MailOutcome } from './mail-desk';
import { mailingNamed, type Recipient } from './mailing';
import type { OutgoingMail } from './outgoing-mail';
import { attemptsAt, type RowsInHand } from './rows-in-hand';
import type { SendTime } from './send-times';
import type { ServerWatch } from './server-watch';
import { sideBySide } from './side-by-side';

/** What became of a row, to be recorded. */
export interface News {
  readonly row: OutboxRow;
  readonly told: MailOutcome;
}

/** A mail that was tried as often as it is. */
interface GivenUp {
  readonly rows: OutgoingMail['rows'];
  readonly fault: unknown;
}

export interface Post {
  readonly transport: MailTransport;
  readonly pace: Pace;
  readonly server: ServerWatch;
  /** Hears that the server could not be reached. */
  readonly onFault: (error: Error) => void;
  readonly onTaken?: (time: SendTime) => void;
}

/** Gives the mails of one round to the server: each sealed before, and marked as accepted right after (rule 15). */
export class Sending {
  readonly news: News[] = [];
  readonly givenUp: GivenUp[] = [];

  constructor(
    private readonly inHand: RowsInHand,
    private readonly outbox: Outbox,
    private readonly post: Post,
  ) {}

  /** When the server is away, what is left stays in hand. */
  async send(mails: readonly OutgoingMail[]): Promise<void> {
    const { server, onFault, transport } = this.post;
    try {
      await sideBySide(server.isToBeTried ? 1 : transport.atOnce, mails, (mail) => this.give(mail));
    } catch (fault) {
      if (!(fault instanceof ServerUnavailable)) throw fault;
      onFault(fault);
    }
  }

  private async give(mail: OutgoingMail): Promise<void> {
    const { now } = this.inHand;
    const message = await this.composed(mail);
    if (!message) return;
    const turn = this.post.pace.turn(message.envelope.to, now);
    if (turn > now) return this.inHand.giveBackUntil(turn, mail.rows);
    const isOurs = await this.outbox.seal(mail.messageId, mail.rows);
    if (!isOurs) return;
    const answer = await this.handOver(mail, message);
    if (answer === undefined) return;
    await this.outbox.accepted(answer, mail.rows);
    this.tell(mail, (recipient) => ({ outcome: 'sent', recipient, messageId: mail.messageId, answer }));
    for (const { mailing, createdAt } of mail.rows) {
      this.post.onTaken?.({ kind: mailingNamed(mailing).kind, milliseconds: this.inHand.now - createdAt });
    }
  }

  /** `undefined` for a mail that cannot be made, which is seen to then. */
  private async composed(mail: OutgoingMail): Promise<MailMessage | undefined> {
    try {
      if (attemptsAt(mail.rows) > MAX_ATTEMPTS) throw new Error('The sender stopped while it was sending, each time.');
      return composeMail(mail.messageId, mail.recipient, mail.content, this.inHand.now);
    } catch (fault) {
      await this.failed(mail, fault);
      return undefined;
    }
  }

  /** What the server said. `undefined` for a mail that it did not take, which is seen to then. */
  private async handOver(mail: OutgoingMail, message: MailMessage): Promise<string | undefined> {
    const { transport, server } = this.post;
    try {
      const { answer } = await transport.send(message);
      server.answered(mail.messageId);
      return withoutAddresses(answer);
    } catch (fault) {
      if (fault instanceof ServerUnavailable) {
        if (server.wasAway(mail.messageId, this.inHand.now)) throw fault;
      } else if (fault instanceof TransientMailFailure || fault instanceof PermanentMailFailure) {
        server.answered(mail.messageId);
      }
      await this.failed(mail, fault);
      return undefined;
    }
  }

  private async failed(mail: OutgoingMail, fault: unknown): Promise<void> {
    const permanent = fault instanceof PermanentMailFailure;
    const isLast = attemptsAt(mail.rows) >= MAX_ATTEMPTS;
    if (permanent || isLast) {
      const answer = withoutAddresses((fault as Error).message);
      const { messageId } = mail;
      this.tell(mail, (recipient) => ({ outcome: 'failed', recipient, messageId, permanent, answer }));
    }
    if (permanent) return;
    if (isLast) this.givenUp.push({ rows: mail.rows, fault });
    else await this.inHand.failed(mail.rows, fault);
  }

  private tell({ rows, recipient }: OutgoingMail, told: (recipient: Recipient) => MailOutcome): void {
    for (const row of rows) this.news.push({ row, told: told(recipient) });
  }
}
