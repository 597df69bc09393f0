import { setTimeout as wait } from 'node:timers/promises';
import { type Sweeper, useZoneData } from '@renewals/automations';
import type { Streams } from '@renewals/commands';
import type { EventStore } from '@renewals/event-store';
import type { Delivery, ReportFolder } from '@renewals/mail';
import type { Clock } from '@renewals/platform';
import type { ProjectionRunner, Tables } from '@renewals/projections';

/** Deadlines and the outbox are projections: without them nothing may be decided or sent by itself. */
const NEEDED = ['deadlines', 'outbox'];

/** How often a live worker looks at the clock, milliseconds. What is due is in the database, not in this timer. */
const TICK = 1_000;

/** How long what has happened gathers before a live worker looks at what follows from it, milliseconds. */
const GATHERING = 50;

export interface WorkerParts {
  readonly store: EventStore;
  readonly database: Tables;
  readonly streams: Streams;
  readonly projections: ProjectionRunner;
  readonly sweeper: Sweeper;
  readonly delivery: Delivery;
  /** What others say of our mails. */
  readonly reports: ReportFolder;
  readonly clock: Clock;
  readonly onFault: (error: Error) => void;
}

/** What goes on by itself: projections follow the log, due deadlines become commands, the outbox is sent. */
export class Worker {
  private readonly stopping = new AbortController();
  private following: Promise<void> = Promise.resolve();
  private living: Promise<void> = Promise.resolve();

  constructor(private readonly parts: WorkerParts) {}

  /** Resolves when the views show everything that is in the log by now. */
  async start(): Promise<void> {
    const { projections, delivery, database, store } = this.parts;
    await projections.start();
    await useZoneData(database, process.versions.tz ?? 'unknown');
    await delivery.releaseLeases();
    this.following = projections.follow(this.stopping.signal);
    await projections.reached(await store.lastPosition(), this.stopping.signal);
  }

  /** Works until nothing is left to do at the clock's time. */
  async settle(): Promise<void> {
    const { sweeper, delivery, reports, clock } = this.parts;
    for (;;) {
      await this.caughtUp();
      if (await sweeper.sweep(clock.now())) {
        // What is due to one person at one time goes out in one mail: all of it is decided before any of it is sent.
        await delivery.deliverAwaited(clock.now());
        continue;
      }
      if (await delivery.deliver(clock.now())) continue;
      // Every mail that went out is on record by now, and in the views.
      if (!(await reports.take())) return;
    }
  }

  /** When there is something to do next, milliseconds; `undefined` when nothing waits. */
  async nextInstant(): Promise<number | undefined> {
    const instants = [await this.parts.sweeper.nextAt(), await this.parts.delivery.nextAttemptAt()];
    const known = instants.filter((instant) => instant !== undefined);
    return known.length > 0 ? Math.min(...known) : undefined;
  }

  /** Goes on working by the clock until it is stopped. */
  live(): void {
    this.living = this.keepWorking();
  }

  /** Finishes what is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled([this.living, this.following]);
    await this.parts.delivery.close();
  }

  /** Own writes are in the views, and so are the deadlines and mails that follow from them. */
  private async caughtUp(): Promise<void> {
    const { projections, streams } = this.parts;
    await projections.reached(streams.lastAppended, this.stopping.signal);
    const stopped = projections
      .health()
      .find(({ name, stoppedBy }) => stoppedBy !== undefined && NEEDED.includes(name));
    if (stopped) throw new Error(`The projection ${stopped.name} has stopped: ${stopped.stoppedBy}`);
  }

  private async keepWorking(): Promise<void> {
    const { projections, onFault } = this.parts;
    while (!this.stopping.signal.aborted) {
      try {
        await this.settle();
      } catch (error) {
        if (!this.stopping.signal.aborted) onFault(error as Error);
      }
      await projections.moved(TICK, this.stopping.signal);
      await wait(GATHERING, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }
}
