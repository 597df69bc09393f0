import { EventEmitter, once } from 'node:events';
import {
  type Batch,
  categoryOf,
  type EventStore,
  type Position,
  type RecordedEvent,
  START,
  type Upcasting,
} from '@renewals/event-store';
import { Refusal } from '@renewals/licensing';
import { type Clock, systemEntropy } from '@renewals/platform';
import { CHECKPOINTS, createCheckpoints, readCheckpoint, saveCheckpoints } from './checkpoints';
import type { Projection, Tables } from './projection';
import { rebuild, rollBack } from './rebuild';
import { Rest } from './rest';

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

/** Events that a restart may have to pass over again because they were nobody's business. */
const UNSAVED_AT_MOST = 1_000;

/** How long events gather for one transaction while nobody waits for them, milliseconds. */
const GATHERING = 10;

/** For how long nothing may move while somebody waits, milliseconds. */
const STALLED_AFTER = 15_000;

/** Feeds the log to all projections: one read and one transaction a batch for all. */
export class ProjectionRunner {
  private readonly progress = new EventEmitter();
  private readonly rest = new Rest();
  private running: Running[] = [];
  private turn: Promise<void> = Promise.resolve();
  private unsaved = 0;
  private subscription = new AbortController();

  constructor(
    private readonly store: EventStore,
    private readonly database: Tables,
    private readonly upcasting: Upcasting,
    private readonly clock: Clock,
    private readonly projections: readonly Projection[],
    /** Waits a jittered moment before the next try; grows with the failures in a row. */
    private readonly pause: (failures: number) => Promise<void>,
    /** `inARow`: how often without progress in between. */
    private readonly onFault: (error: Error, inARow: number) => void,
    private readonly stalledAfter = STALLED_AFTER,
  ) {
    this.progress.setMaxListeners(0);
  }

  async start(): Promise<void> {
    await createCheckpoints(this.database);
    for (const projection of this.projections) {
      for (const table of projection.tables) await table.create(this.database, table.name);
      const position = await readCheckpoint(this.database, projection.name);
      this.running.push({ projection, position, lastProgressAt: this.clock.now() });
    }
  }

  /**
   * Whether the log holds anything that a projection has not seen yet: a process that wrote it was killed, or is at
   * work. Only reads; nothing has to be started.
   */
  async isBehind(): Promise<boolean> {
    const known = await this.database.introspection.getTables();
    if (!known.some(({ name }) => name === CHECKPOINTS)) return true;
    const categories = this.projections.flatMap((projection) => projection.categories);
    const positions = await Promise.all(this.projections.map(({ name }) => readCheckpoint(this.database, name)));
    const after = positions.reduce((least, position) => (position < least ? position : least));
    const { events, caughtUp } = await this.store.readAll({ after, categories });
    return events.length > 0 || !caughtUp;
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

  /**
   * Follows the log until the signal ends it. A subscription that is lost, for whatever reason, is taken up again from
   * the committed position after a jittered pause (rule 7); one that stalls without an error, as soon as somebody has
   * waited too long for it.
   */
  async follow(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      this.subscription = new AbortController();
      const ended = AbortSignal.any([signal, this.subscription.signal]);
      try {
        for await (const batch of this.store.subscribe({ after: this.position, signal: ended })) {
          await this.exclusively(() => this.apply(batch));
          failures = 0;
          this.progress.emit('moved');
          await this.rest.take(GATHERING);
        }
      } catch (error) {
        this.onFault(error as Error, ++failures);
        await this.pause(failures);
      }
    }
  }

  /** Resolves once every projection that still runs has reached the position. Rejects when the signal aborts first. */
  async reached(position: Position, signal?: AbortSignal): Promise<void> {
    const isAwaited = ({ stoppedBy, position: at }: Running) => !stoppedBy && at < position;
    while (this.running.some(isAwaited)) {
      this.rest.end();
      await this.nextMove(signal);
    }
  }

  private async nextMove(signal?: AbortSignal): Promise<void> {
    const stalled = setInterval(() => this.subscription.abort(), this.stalledAfter);
    try {
      await once(this.progress, 'moved', signal && { signal });
    } finally {
      clearInterval(stalled);
    }
  }

  /** Resolves when a projection moves next, at the latest after so many milliseconds, or when the signal aborts. */
  async moved(atMost: number, signal: AbortSignal): Promise<void> {
    const timer = AbortSignal.any([signal, AbortSignal.timeout(atMost)]);
    await once(this.progress, 'moved', { signal: timer }).catch(() => undefined);
  }

  /** Builds a view anew while the others, and reads of the old one, go on. */
  async rebuild(name: string, onProgress?: (events: number) => void): Promise<{ events: number }> {
    const running = this.find(name);
    return rebuild({
      store: this.store,
      database: this.database,
      upcasting: this.upcasting,
      projection: running.projection,
      // Never the same twice: indexes keep the name that they were made with. A virtual clock may stand still.
      suffix: `__${systemEntropy.bytes('rebuild', name, 0, 8).toString('hex')}`,
      exclusively: (work) => this.exclusively(() => work().then(() => this.restart(running))),
      ...(onProgress && { onProgress }),
    });
  }

  /** Undoes the last rebuild of a view. */
  async rollBack(name: string): Promise<void> {
    const running = this.find(name);
    await this.exclusively(async () => {
      await rollBack(this.database, running.projection);
      await this.restart(running);
      await this.catchUp(running);
    });
  }

  private find(name: string): Running {
    const running = this.running.find(({ projection }) => projection.name === name);
    if (running) return running;
    const names = this.running.map(({ projection }) => projection.name).join(', ');
    throw new Refusal('NOT_FOUND', `There is no view ${name}. The views are: ${names}.`);
  }

  private async restart(running: Running): Promise<void> {
    running.position = await readCheckpoint(this.database, running.projection.name);
    delete running.stoppedBy;
  }

  /** The subscription has long passed what happened since the tables were put aside. */
  private async catchUp(running: Running): Promise<void> {
    for (let caughtUp = false; !caughtUp && !running.stoppedBy;) {
      const batch = await this.store.readAll({ after: running.position });
      await this.advanceAlone(running, batch.events, batch.position);
      caughtUp = batch.caughtUp;
    }
  }

  private exclusively(work: () => Promise<void>): Promise<void> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async apply(batch: Batch): Promise<void> {
    const behind = this.running.filter(({ stoppedBy, position }) => !stoppedBy && position < batch.position);
    try {
      await this.commit(behind, batch.events, batch.position);
    } catch (error) {
      if (isStorageFault(error)) throw error;
      for (const running of behind) await this.advanceAlone(running, batch.events, batch.position);
    }
  }

  /** What another projection fails at must not hold this one up: event by event, up to its own failure (rule 10). */
  private async advanceAlone(running: Running, events: readonly RecordedEvent[], position: Position): Promise<void> {
    try {
      await this.commit([running], events, position);
    } catch (error) {
      if (isStorageFault(error)) throw error;
      if (events.length <= 1) {
        running.stoppedBy = error as Error;
        return;
      }
      for (const event of events) {
        if (!running.stoppedBy) await this.advanceAlone(running, [event], event.position);
      }
    }
  }

  /** Rows and checkpoints in one transaction (rule 5); none where no projection has anything to do. */
  private async commit(
    together: readonly Running[],
    events: readonly RecordedEvent[],
    position: Position,
  ): Promise<void> {
    const tasks = together
      .map((running) => ({ running, news: events.filter((event) => isNews(running, event)) }))
      .filter(({ news }) => news.length > 0);
    this.unsaved += events.length;
    if (tasks.length > 0 || this.unsaved >= UNSAVED_AT_MOST) {
      await this.database.transaction().execute(async (transaction) => {
        for (const { running, news } of tasks) {
          await running.projection.apply(
            news.map((event) => this.upcasting.lift(event)),
            transaction,
          );
        }
        await saveCheckpoints(
          transaction,
          together.map(({ projection }) => projection.name),
          position,
        );
      });
      this.unsaved = 0;
    }
    for (const running of together) {
      running.position = position;
      running.lastProgressAt = this.clock.now();
    }
  }
}

function isNews({ projection, position }: Running, event: RecordedEvent): boolean {
  return event.position > position && projection.categories.includes(categoryOf(event.stream));
}

/** Disk full, file locked, connection lost: the next try may succeed, so it does not stop a projection. */
function isStorageFault(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(SQLITE|ERR_SQLITE|EC|08|57)/.test(code);
}
