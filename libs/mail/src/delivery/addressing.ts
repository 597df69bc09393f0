import type { Outbox } from '../outbox/outbox';
import { dueMailingOf, type OutboxRow } from '../outbox/outbox-table';
import { inLanes } from './lanes';
import type { MailDesk } from './mail-desk';
import type { Recipient } from './mailing';
import type { RowsInHand } from './rows-in-hand';
import { SIDE_BY_SIDE, sideBySide } from './side-by-side';

/** Looks up to whom leased mailings go, and puts a row for each of them in the mailing's place. */
export class Addressing {
  private readonly recipients = new Map<OutboxRow, readonly Recipient[]>();

  constructor(
    private readonly inHand: RowsInHand,
    private readonly outbox: Outbox,
    private readonly desk: MailDesk,
  ) {}

  async work(): Promise<void> {
    const lanes = inLanes(this.inHand.all.map((row) => ({ row })));
    try {
      await sideBySide(SIDE_BY_SIDE, lanes, async (lane) => {
        for (const { row } of lane) await this.inHand.attempt(row, () => this.lookUp(row));
      });
    } finally {
      await this.outbox.address(this.recipients, this.inHand.now);
    }
  }

  private async lookUp(row: OutboxRow): Promise<void> {
    const mailing = dueMailingOf(row);
    const recipients = await this.desk.recipients(mailing);
    const hadSome = row.decidedAt !== null;
    if (recipients.length === 0 && !hadSome) await this.desk.record(mailing, { outcome: 'no-recipient' });
    this.recipients.set(row, recipients);
    this.inHand.letGo([row]);
  }
}
