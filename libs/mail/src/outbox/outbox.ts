import type { Tables } from '@renewals/projections';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Recipient } from '../delivery/mailing';
import { addressedTo, insertRows, type OutboxRow, type OutboxTables, withNumbers } from './outbox-table';

/** What a sender holds. It changes nothing any more once its time was up and another has leased the row. */
type Lease = Pick<OutboxRow, 'key' | 'attempts'>;

interface LeaseTerms {
  readonly now: number;
  /** From then on others may take it. */
  readonly until: number;
  readonly limit: number;
  /** Mail is held: only what somebody waits for is leased. */
  readonly held: boolean;
}

/** What waits for being mailed, and how trying went. */
export class Outbox {
  private readonly database: Kysely<OutboxTables>;

  constructor(
    database: Tables,
    /** Names this sender in its leases. */
    private readonly sender: string,
  ) {
    this.database = database.withTables<OutboxTables>();
  }

  /** Leases what is due, the longest waiting first, each with its attempt counted. */
  async lease(what: 'mailings' | 'mails', { now, until, limit, held }: LeaseTerms): Promise<OutboxRow[]> {
    const due = (eb: Conditions) =>
      eb.and([
        eb('parkedAt', 'is', null),
        eb('nextAttemptAt', '<=', now),
        eb('recipient', what === 'mailings' ? '=' : '!=', ''),
        ...(held ? [eb('awaited', '=', 1)] : []),
      ]);
    const rows = await this.database
      .updateTable('outbox')
      .set((eb) => ({ attempts: eb('attempts', '+', 1), leasedBy: this.sender, nextAttemptAt: until }))
      .where('key', 'in', (eb) =>
        eb.selectFrom('outbox').select('key').where(due).orderBy('nextAttemptAt').orderBy('key').limit(limit),
      )
      // Asked again of rows that another sender leased while this one waited for them.
      .where(due)
      .returningAll()
      .execute();
    return rows.map(withNumbers);
  }

  /** Puts one row a recipient in the place of each mailing's, all in one transaction. */
  async address(recipients: ReadonlyMap<OutboxRow, readonly Recipient[]>, now: number): Promise<void> {
    if (recipients.size === 0) return;
    await this.database.transaction().execute(async (transaction) => {
      const taken = await transaction
        .deleteFrom('outbox')
        .where('leasedBy', '=', this.sender)
        .where('key', 'in', keysOf(recipients.keys()))
        .returning('key')
        .execute();
      // The others were decided for everybody, or addressed by another sender and perhaps sent and gone.
      const ours = new Set(taken.map(({ key }) => key));
      const rows = [...recipients].flatMap(([row, all]) =>
        ours.has(row.key) ? all.map((recipient) => addressedTo(recipient, row, now)) : [],
      );
      await insertRows(transaction, rows);
    });
  }

  /** Leaves it to be tried at that time, by whoever comes then. */
  async tryAgain({ at, error }: { at: number; error: string }, lease: Lease): Promise<void> {
    await this.update(lease, { nextAttemptAt: at, lastError: error, leasedBy: null });
  }

  /** As if it had not been leased. */
  async giveBack(now: number, lease: Lease): Promise<void> {
    await this.update(lease, { nextAttemptAt: now, attempts: lease.attempts - 1, leasedBy: null });
  }

  /** Out of the queue: the operator's now. */
  async park({ now, error }: { now: number; error: string }, lease: Lease): Promise<void> {
    await this.update(lease, { parkedAt: now, lastError: error, leasedBy: null });
  }

  /** The server has it: from now on only recording that is left. */
  async accepted({ messageId, answer }: { messageId: string; answer: string }, lease: Lease): Promise<void> {
    await this.update(lease, { messageId, answer });
  }

  async remove(lease: Lease): Promise<void> {
    await this.database.deleteFrom('outbox').where(this.held(lease)).execute();
  }

  /** Frees what senders that are gone have leased. */
  async releaseLeases(): Promise<void> {
    await this.database
      .updateTable('outbox')
      .set((eb) => ({ leasedBy: null, nextAttemptAt: eb.ref('createdAt') }))
      .where('leasedBy', 'is not', null)
      .execute();
  }

  /** When the next mail is due, of those that are not held; may be past. `undefined` when nothing waits. */
  async nextAttemptAt({ held }: { held: boolean }): Promise<number | undefined> {
    const row = await this.database
      .selectFrom('outbox')
      .select('nextAttemptAt')
      .where('parkedAt', 'is', null)
      .$if(held, (waiting) => waiting.where('awaited', '=', 1))
      .orderBy('nextAttemptAt')
      .limit(1)
      .executeTakeFirst();
    return row && Number(row.nextAttemptAt);
  }

  private async update(lease: Lease, changed: Partial<OutboxRow>): Promise<void> {
    await this.database.updateTable('outbox').set(changed).where(this.held(lease)).execute();
  }

  private held({ key, attempts }: Lease) {
    return (eb: Conditions) => eb.and({ key, attempts, leasedBy: this.sender });
  }
}

type Conditions = ExpressionBuilder<OutboxTables, 'outbox'>;

function keysOf(rows: Iterable<OutboxRow>): string[] {
  return Array.from(rows, ({ key }) => key);
}
