import { join } from 'node:path';
import type { JsonObject, Position, RecordedEvent } from '@renewals/event-store';
import { isoDate, zone } from '@renewals/licensing';
import { sqliteDialect, type Tables } from '@renewals/projections';
import { Kysely } from 'kysely';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import type { Automation, DeadlineChange, DueDeadline, DueTime } from './deadline';
import { deadlineProjection } from './deadline-projection';
import { createDeadlineTable, type DeadlineTable, type DeadlineTables } from './deadline-table';
import { Sweeper } from './sweeper';

export const T0 = Date.parse('2026-01-09T08:00:00Z');

/** Sets and clears what its events say, and remembers what it was asked to do. */
export class Chore implements Automation {
  readonly categories = ['chore'];
  readonly done: string[] = [];
  /** What comes of doing it: written, nothing left to do, to be asked again, or an error. */
  outcome: (due: DueDeadline) => boolean | { readonly until: number } | Error = () => true;
  /** What happens while it is done. */
  meanwhile: () => Promise<void> = async () => {};
  held = false;

  constructor(
    readonly kind = 'chore',
    readonly rank = 0,
    private readonly diary: string[] = [],
  ) {}

  isHeld = async (): Promise<boolean> => this.held;

  deadlines({ data }: RecordedEvent): readonly DeadlineChange[] {
    const { changes } = data as unknown as { changes: readonly (DeadlineChange & { kind?: string })[] };
    return changes.filter(({ kind = 'chore' }) => kind === this.kind);
  }

  async act(due: DueDeadline): Promise<{ wrote: boolean; waitsUntil?: number }> {
    this.done.push(due.subject);
    this.diary.push(`${this.kind} ${due.subject}`);
    await this.meanwhile();
    const outcome = this.outcome(due);
    if (outcome instanceof Error) throw outcome;
    return typeof outcome === 'boolean' ? { wrote: outcome } : { wrote: false, waitsUntil: outcome.until };
  }
}

export const set = (subject: string, due: DueTime = { at: T0 }, detail = ''): DeadlineChange => ({
  set: { subject, detail, due },
});
export const clear = (subject: string, detail?: string): DeadlineChange => ({
  clear: { subject, ...(detail !== undefined && { detail }) },
});
export const hasten = (subject: string, at: number, detail = ''): DeadlineChange => ({
  hasten: { subject, detail, at },
});
export const nineIn = (zoneName: string, date = '2026-03-01') =>
  ({ date: isoDate(date), hour: 9, zone: zone(zoneName) }) as const;

/** The table of deadlines in a SQLite file, written by events; not a spec itself. */
export class DeadlineRoom {
  readonly database: Tables = new Kysely({ dialect: sqliteDialect(join(temporaryDirectory(), 'views.db')) });
  private recorded = 0;

  private constructor(readonly automations: readonly Automation[]) {}

  static async with(...automations: readonly Automation[]): Promise<DeadlineRoom> {
    const room = new DeadlineRoom(automations);
    await createDeadlineTable(room.database, 'deadline');
    return room;
  }

  get sweeper(): Sweeper {
    return new Sweeper(this.database, this.automations, () => 1);
  }

  event(...changes: readonly (DeadlineChange & { kind?: string })[]): RecordedEvent {
    const revision = (this.recorded += 1);
    return {
      id: `event ${revision}`,
      type: 'ChoreChanged',
      stream: 'chore-1',
      revision,
      position: String(revision) as Position,
      data: { changes } as unknown as JsonObject,
      metadata: { $correlationId: 'correlation' },
    };
  }

  /** Events of one batch. */
  async happen(...events: readonly RecordedEvent[]): Promise<void> {
    await this.database
      .transaction()
      .execute((transaction) => deadlineProjection(this.automations).apply(events, transaction));
  }

  rows(): Promise<DeadlineTable[]> {
    return this.database.withTables<DeadlineTables>().selectFrom('deadline').selectAll().orderBy('key').execute();
  }

  async subjects(): Promise<string[]> {
    return (await this.rows()).map(({ subject, detail }) => `${subject}${detail && ` ${detail}`}`);
  }

  /** As often as there is something to do at that time, at most so often. */
  async sweepAll(now: number, atMost = 50): Promise<void> {
    for (let swept = 0; swept < atMost; swept += 1) if (!(await this.sweeper.sweep(now))) return;
  }
}
