import { StoreUnavailable } from '@renewals/event-store';
import type { Outbox } from '../outbox/outbox';
import { dueMailingOf, type OutboxRow } from '../outbox/outbox-table';
import { inLanes } from './lanes';
import type { DigestWriter, MailDesk } from './mail-desk';
import type { Recipient } from './mailing';
import { mailsOf, type Wanted } from './outgoing-mail';
import type { RowsInHand } from './rows-in-hand';
import { type News, type Post, Sending } from './sending';
import { SIDE_BY_SIDE, sideBySide } from './side-by-side';

interface Fault {
  readonly row: OutboxRow;
  readonly fault: unknown;
}

/**
 * One round over leased mails: asks about each row, sends what may go, and then records what became of each. What is
 * recorded is taken out of the table by its projection.
 */
export class Round {
  private readonly news: News[] = [];
  private readonly faults: Fault[] = [];
  private wanted: Wanted[] = [];

  constructor(
    private readonly inHand: RowsInHand,
    private readonly outbox: Outbox,
    private readonly desk: MailDesk & DigestWriter,
    private readonly post: Post,
  ) {}

  async work(): Promise<void> {
    await sideBySide(SIDE_BY_SIDE, this.inHand.all, (row) => this.ask(row));
    for (const fault of this.faults) await this.putOff(fault);
    const sending = new Sending(this.inHand, this.outbox, this.post);
    await sending.send(mailsOf(this.wanted, this.desk));
    await sideBySide(SIDE_BY_SIDE, inLanes([...this.news, ...sending.news]), (lane) => this.record(lane));
    for (const { rows, fault } of sending.givenUp) await this.inHand.failed(rows, fault);
  }

  private async ask(row: OutboxRow): Promise<void> {
    const recipient = row.recipient as Recipient;
    const { mail, answer } = row;
    if (mail !== null && answer !== null) {
      this.news.push({ row, told: { outcome: 'sent', recipient, messageId: mail, answer } });
      return;
    }
    try {
      const verdict = await this.desk.check(dueMailingOf(row), recipient);
      if (verdict === 'already-decided') {
        await this.outbox.remove(row);
        this.inHand.letGo([row]);
      } else if ('send' in verdict) this.wanted.push({ row, content: verdict.send });
      else this.news.push({ row, told: { outcome: 'suppressed', recipient, reason: verdict.suppress } });
    } catch (fault) {
      if (fault instanceof StoreUnavailable) throw fault;
      this.faults.push({ row, fault });
    }
  }

  /** What was sealed with it waits with it: without it, it would not be the same mail. */
  private async putOff({ row, fault }: Fault): Promise<void> {
    const isWithIt = (other: Wanted) => row.mail !== null && other.row.mail === row.mail;
    const withIt = this.wanted.filter(isWithIt).map((other) => other.row);
    this.wanted = this.wanted.filter((other) => !isWithIt(other));
    await this.inHand.failed([row, ...withIt], fault);
  }

  private async record(lane: readonly News[]): Promise<void> {
    for (const { row, told } of lane) {
      await this.inHand.attempt(row, async () => {
        await this.desk.record(dueMailingOf(row), told);
        const waitsForOperator = told.outcome === 'failed' && !told.permanent;
        if (!waitsForOperator) this.inHand.letGo([row]);
      });
    }
  }
}
