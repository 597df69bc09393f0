import { StoreUnavailable } from '@renewals/event-store';
import type { Tables } from '@renewals/projections';
import type { Kysely } from 'kysely';
import { type Automation, REACTION } from './deadline';
import type { DeadlineTable, DeadlineTables } from './deadline-table';
import { backOff, MAX_ATTEMPTS } from '@renewals/platform';

/** How many deadlines of one kind and instant are worked on side by side. */
const SIDE_BY_SIDE = 64;

/** Turns what is due into commands. Has no timer: somebody calls it with the time. */
export class Sweeper {
  private readonly database: Kysely<DeadlineTables>;
  private readonly automations: ReadonlyMap<string, Automation>;

  constructor(
    database: Tables,
    automations: readonly Automation[],
    /** A number from 0 to 1 for the back-off of a deadline's attempt. */
    private readonly jitter: (key: string, attempt: number) => number,
  ) {
    this.database = database.withTables<DeadlineTables>();
    this.automations = new Map(automations.map((automation) => [automation.kind, automation]));
  }

  /** When the next deadline falls due, milliseconds; `undefined` when nothing waits. */
  async nextAt(): Promise<number | undefined> {
    const row = await this.waiting(await this.held())
      .orderBy('nextAt')
      .limit(1)
      .executeTakeFirst();
    return row && Number(row.nextAt);
  }

  /**
   * Works on the first deadlines due at `now`: those of one instant and kind, subjects side by side. Answers whether
   * there were any; call it again, once the views have caught up with what it wrote, until there are none.
   * Throws only when the event store is away; nothing is counted as an attempt then.
   */
  async sweep(now: number): Promise<boolean> {
    const due = await this.due(now);
    const [first] = due;
    if (!first) return false;
    const together = due.filter(({ nextAt, kind }) => nextAt === first.nextAt && kind === first.kind);
    const outcomes = await Promise.allSettled(
      bySubject(together).map(async (rows) => {
        for (const row of rows) await this.work(row, now);
      }),
    );
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    return true;
  }

  /** What needs an operator: deadlines whose command kept failing. */
  parked(): Promise<DeadlineTable[]> {
    return this.database
      .selectFrom('deadline')
      .selectAll()
      .where('parkedAt', 'is not', null)
      .orderBy('parkedAt')
      .execute();
  }

  /** Puts a parked deadline back into the queue. Answers whether there was one. */
  async replay(key: string, now: number): Promise<boolean> {
    const { numUpdatedRows } = await this.database
      .updateTable('deadline')
      .set({ parkedAt: null, attempts: 0, nextAt: now })
      .where('key', '=', key)
      .where('parkedAt', 'is not', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /**
   * What follows from an event that is recorded goes before anything that only the time has come for: a process that
   * died in between left it half done, and the deadlines that it set already count on the rest.
   */
  private async due(now: number): Promise<DeadlineTable[]> {
    const due = this.waiting(await this.held()).where('nextAt', '<=', now);
    const sorted = due.orderBy('nextAt').orderBy('rank').orderBy('subject').limit(SIDE_BY_SIDE);
    const reactions = await sorted.where('rank', '=', REACTION).execute();
    return reactions.length > 0 ? reactions : sorted.execute();
  }

  private waiting(heldKinds: readonly string[]) {
    const rows = this.database.selectFrom('deadline').selectAll().where('parkedAt', 'is', null);
    return heldKinds.length > 0 ? rows.where('kind', 'not in', heldKinds) : rows;
  }

  private async held(): Promise<string[]> {
    const kinds: string[] = [];
    for (const automation of this.automations.values()) {
      if (await automation.isHeld?.()) kinds.push(automation.kind);
    }
    return kinds;
  }

  private async work(row: DeadlineTable, now: number): Promise<void> {
    const automation = this.automations.get(row.kind);
    if (!automation) return this.failed(row, now, new Error(`No automation handles deadlines of kind ${row.kind}`));
    try {
      const { wrote, waitsUntil } = await automation.act({
        subject: row.subject,
        detail: row.detail,
        dueAt: Number(row.dueAt),
        causedBy: { eventId: row.eventId, correlationId: row.correlationId },
      });
      if (waitsUntil !== undefined) await this.wait(row, waitsUntil);
      else if (!wrote) await this.database.deleteFrom('deadline').where('key', '=', row.key).execute();
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      await this.failed(row, now, error as Error);
    }
  }

  /** Unless what it waits for has come while it was asked. */
  private async wait({ key, nextAt }: DeadlineTable, until: number): Promise<void> {
    const row = this.database.updateTable('deadline').where('key', '=', key).where('nextAt', '=', nextAt);
    await row.set({ nextAt: until }).execute();
  }

  private async failed(row: DeadlineTable, now: number, error: Error): Promise<void> {
    const attempts = row.attempts + 1;
    const parkedAt = attempts >= MAX_ATTEMPTS ? now : null;
    const nextAt = now + backOff(attempts, this.jitter(row.key, attempts));
    await this.database
      .updateTable('deadline')
      .set({ attempts, parkedAt, nextAt, lastError: error.message })
      .where('key', '=', row.key)
      .execute();
  }
}

function bySubject(rows: readonly DeadlineTable[]): DeadlineTable[][] {
  const groups = new Map<string, DeadlineTable[]>();
  for (const row of rows) groups.set(row.subject, [...(groups.get(row.subject) ?? []), row]);
  return [...groups.values()];
}
