import type { Tables } from '@renewals/projections';
import { type Expression, type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { type OutboxRow, type OutboxTables, withNumbers } from './outbox-table';

/** So many are looked at to find recipients; whoever has more leaves fewer others beside. */
const MAILS_A_RECIPIENT = 16;

export interface LeaseTerms {
  readonly now: number;
  /** From then on others may take it. */
  readonly until: number;
  /** Of mailings, or of recipients of mails. */
  readonly limit: number;
  /** Mail is held: only what somebody waits for is leased. */
  readonly held: boolean;
}

/** Who works on what, and until when. */
export class Leases {
  private readonly database: Kysely<OutboxTables>;
  private count = 0;

  constructor(
    database: Tables,
    /** Names this sender. */
    private readonly sender: string,
  ) {
    this.database = database.withTables<OutboxTables>();
  }

  /** Leases mailings to be addressed, the longest waiting first, each with its attempt counted. */
  mailings(terms: LeaseTerms): Promise<OutboxRow[]> {
    // Few are awaited: the index of those serves better than that of the unaddressed, which may be a hundred thousand.
    const recipient = (eb: Conditions) => (terms.held ? eb.fn.coalesce('recipient', sql.lit('')) : eb.ref('recipient'));
    const isDue = (eb: Conditions) => eb.and([due(terms)(eb), eb(recipient(eb), '=', '')]);
    const first = this.database.selectFrom('outbox').select('key').where(isDue);
    return this.lease(terms, first.orderBy('nextAttemptAt').orderBy('key').limit(terms.limit).$asScalar());
  }

  /**
   * Leases mails to the recipients who wait longest, and of each all reminders that are due: they may go out in one mail.
   * One recipient's come before the next one's, so that each stream is written in the order of its recipients, however
   * often a sender stops on the way (rule 18).
   */
  mails(terms: LeaseTerms): Promise<OutboxRow[]> {
    const isDue = (eb: Conditions) => eb.and([due(terms)(eb), eb('recipient', '!=', '')]);
    const mails = this.database.selectFrom('outbox').where(isDue);
    const first = mails
      .select(['key', 'recipient', 'nextAttemptAt'])
      .orderBy('nextAttemptAt')
      .orderBy('recipient')
      .orderBy('key')
      .limit(terms.limit * MAILS_A_RECIPIENT);
    const recipients = this.database
      .selectFrom(first.as('first'))
      .select('recipient')
      .groupBy('recipient')
      .orderBy((eb) => eb.fn.min('nextAttemptAt'))
      .orderBy('recipient')
      .limit(terms.limit);
    const theirs = mails
      .select('key')
      .where('recipient', 'in', recipients)
      .where((eb) =>
        eb.or([
          eb('mailing', 'like', 'reminder|%'),
          eb('key', 'in', this.database.selectFrom(first.as('theirs')).select('key')),
        ]),
      );
    return this.lease(terms, theirs.$asScalar());
  }

  /** Frees what senders that are gone have leased. */
  async release(): Promise<void> {
    await this.database
      .updateTable('outbox')
      .set((eb) => ({ leasedBy: null, nextAttemptAt: eb.ref('createdAt') }))
      .where('leasedBy', 'is not', null)
      .execute();
  }

  /** When the next row is due, of those that are not held; may be past. `undefined` when nothing waits. */
  async nextAttemptAt({ held }: Pick<LeaseTerms, 'held'>): Promise<number | undefined> {
    const row = await this.database
      .selectFrom('outbox')
      .select('nextAttemptAt')
      .where('parkedAt', 'is', null)
      .$if(held, (waiting) => waiting.where('awaited', '=', AWAITED))
      .orderBy('nextAttemptAt')
      .limit(1)
      .executeTakeFirst();
    return row && Number(row.nextAttemptAt);
  }

  private async lease(terms: LeaseTerms, keys: Expression<string>): Promise<OutboxRow[]> {
    const leasedBy = `${this.sender} ${terms.now} ${++this.count}`;
    const rows = await this.database
      .updateTable('outbox')
      .set((eb) => ({ attempts: eb('attempts', '+', 1), leasedBy, nextAttemptAt: terms.until }))
      .where('key', 'in', keys)
      // Asked again of rows that another sender leased while this one waited for them.
      .where(due(terms))
      .returningAll()
      .execute();
    return rows.map(withNumbers);
  }
}

/** Written out: a partial index is used for nothing less. */
const AWAITED = sql.lit<1>(1);

type Conditions = ExpressionBuilder<OutboxTables, 'outbox'>;

function due({ now, held }: LeaseTerms) {
  return (eb: Conditions) =>
    eb.and([
      eb('parkedAt', 'is', null),
      eb('nextAttemptAt', '<=', now),
      ...(held ? [eb('awaited', '=', AWAITED)] : []),
    ]);
}
