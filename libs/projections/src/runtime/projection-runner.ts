import { type Batch, type EventStore, type Position, type RecordedEvent, START, type Upcasting } from '@renewals/event-store';
import type { Clock } from '@renewals/platform';
import { createCheckpoints, readCheckpoint, saveCheckpoint } from './checkpoints';
import type { Projection, Tables } from './projection';

export interface ProjectionHealth {
  readonly name: string;
  readonly position: Position;
  /** When it last moved, milliseconds since the epoch. */
  readonly lastProgressAt: number;
  /** Why it stopped; it stays where it is until it is repaired and the program restarted. */
  readonly stoppedBy?: string;
}

interface Running {
  readonly projection: Projection;
  position: Position;
  lastProgressAt: number;
  stoppedBy?: Error;
}

/** Feeds the log to all projections: one read for all, one transaction a projection and batch. */
export class ProjectionRunner {
  private running: Running[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly database: Tables,
    private readonly upcasting: Upcasting,
    private readonly clock: Clock,
    private readonly projections: readonly Projection[],
  ) {}

  async start(): Promise<void> {
    await createCheckpoints(this.database);
    for (const projection of this.projections) {
      for (const table of projection.tables) await table.create(this.database, table.name);
      const position = await readCheckpoint(this.database, projection.name);
      this.running.push({ projection, position, lastProgressAt: this.clock.now() });
    }
  }

  /** The position that every projection which still runs has reached. */
  get position(): Position {
    const positions = this.running.filter(({ stoppedBy }) => !stoppedBy).map(({ position }) => position);
    return positions.reduce((least, position) => (position < least ? position : least), positions[0] ?? START);
  }

  health(): ProjectionHealth[] {
    return this.running.map(({ projection, position, lastProgressAt, stoppedBy }) => ({
      name: projection.name,
      position,
      lastProgressAt,
      ...(stoppedBy && { stoppedBy: stoppedBy.message }),
    }));
  }

  /** Reads the log to its end. Answers whether there was anything new. */
  async catchUp(batchSize = 500): Promise<boolean> {
    let moved = false;
    for (;;) {
      const batch = await this.store.readAll({ after: this.position, batchSize });
      if (batch.position > this.position) moved = true;
      await this.apply(batch);
      if (batch.caughtUp) return moved;
    }
  }

  /** Applies one batch to each projection that has not seen it; a projection that fails stops alone (rule 10). */
  async apply(batch: Batch): Promise<void> {
    for (const running of this.running) {
      if (running.stoppedBy || batch.position <= running.position) continue;
      const news = batch.events.filter((event) => event.position > running.position);
      await this.advance(running, news, batch.position);
    }
  }

  /** All events in one transaction; when one of them fails, one by one up to it. */
  private async advance(running: Running, events: readonly RecordedEvent[], position: Position): Promise<void> {
    try {
      await this.commit(running, events, position);
    } catch (error) {
      if (isStorageFault(error)) throw error;
      if (events.length <= 1) {
        running.stoppedBy = error as Error;
        return;
      }
      for (const event of events) {
        if (!running.stoppedBy) await this.advance(running, [event], event.position);
      }
    }
  }

  private async commit(running: Running, events: readonly RecordedEvent[], position: Position): Promise<void> {
    const { projection } = running;
    const lifted = events.map((event) => this.upcasting.lift(event));
    await this.database.transaction().execute(async (transaction) => {
      if (lifted.length > 0) await projection.apply(lifted, transaction);
      await saveCheckpoint(transaction, projection.name, position);
    });
    running.position = position;
    running.lastProgressAt = this.clock.now();
  }
}

/** Disk full, file locked, connection lost: the next try may succeed, so it does not stop a projection. */
function isStorageFault(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(SQLITE|ERR_SQLITE|EC|08|57)/.test(code);
}
