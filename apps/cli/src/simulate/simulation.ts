import { CLOCK, Desk } from '@renewals/commands';
import { type Engine, Worker } from '@renewals/engine';
import { type Position, START } from '@renewals/event-store';
import { type LicenseActivated, type LicenseId, localDate, zone } from '@renewals/licensing';
import type { VirtualTime } from '@renewals/platform';
import { CommandBus } from '@nestjs/cqrs';
import { Cast } from './cast';
import type { Scenario } from './scenario';
import { type Action, scriptOf } from './script';

export interface SimulationOptions {
  readonly engine: Engine;
  readonly scenario: Scenario;
  /** The first instant that is not lived. */
  readonly end: number;
  /** Called at each instant that is lived. */
  readonly onInstant?: (instant: number) => void;
  /** Ends the run between two instants. */
  readonly stopping: AbortSignal;
}

/**
 * Lives a virtual directory up to an instant: the clock goes from deadline to deadline and from action to action, and
 * only moves when nothing is left to do (rule 18). A run that was killed goes on from the instant it had reached: what
 * was done there is done again, and changes nothing.
 */
export class Simulation {
  readonly cast: Cast;
  private readonly worker: Worker;
  private readonly clock: VirtualTime;
  private readonly ahead = new Map<number, Action[]>();
  private readSoFar: Position = START;

  constructor(private readonly options: SimulationOptions) {
    const { context } = options.engine;
    this.worker = context.get(Worker);
    this.clock = context.get<VirtualTime>(CLOCK);
    this.cast = new Cast(context.get(CommandBus), context.get(Desk));
  }

  async run(): Promise<void> {
    const { end, stopping, onInstant } = this.options;
    // What falls due at the end itself belongs to the run that goes on from there.
    if (this.clock.now() >= end) return;
    await this.live();
    for (;;) {
      stopping.throwIfAborted();
      const next = await this.nextInstant();
      if (next === undefined || next >= end) break;
      if (next <= this.clock.now())
        throw new Error(`Something due at ${new Date(next).toISOString()} cannot be settled.`);
      this.clock.moveTo(next);
      await this.live();
      onInstant?.(next);
    }
    this.clock.moveTo(end);
  }

  /** Everything that is due now, then everything that somebody does now, until nothing more follows from it. */
  private async live(): Promise<void> {
    for (;;) {
      await this.worker.settle();
      await this.readScripts();
      const actions = this.ahead.get(this.clock.now());
      if (!actions) return;
      this.ahead.delete(this.clock.now());
      await this.play(actions);
    }
  }

  /**
   * Whoever leaves, leaves first. Everything else that is done at one instant touches its own license only, so licenses
   * go side by side, each step by step.
   */
  private async play(actions: readonly Action[]): Promise<void> {
    for (const action of actions.filter(({ step }) => step.do === 'leave')) await this.cast.play(action);
    const byLicense = new Map<LicenseId, Action[]>();
    for (const action of actions.filter(({ step }) => step.do !== 'leave')) {
      byLicense.set(action.licenseId, [...(byLicense.get(action.licenseId) ?? []), action]);
    }
    await Promise.all(
      [...byLicense.values()].map(async (steps) => {
        for (const action of steps) await this.cast.play(action);
      }),
    );
  }

  private async nextInstant(): Promise<number | undefined> {
    const due = await this.worker.nextInstant();
    let next = due;
    for (const at of this.ahead.keys()) if (next === undefined || at < next) next = at;
    return next;
  }

  /** The scripts of terms that were recorded since the last look. What lies behind the clock was done, or slept over. */
  private async readScripts(): Promise<void> {
    const { store, entropy, identity } = this.options.engine.infrastructure;
    const began = localDate(identity.virtual?.startsAt ?? 0, zone('UTC'));
    for (;;) {
      const batch = await store.readAll({ after: this.readSoFar, categories: ['license'] });
      this.readSoFar = batch.position;
      for (const event of batch.events) {
        if (event.type !== 'LicenseActivated') continue;
        const { data } = event as unknown as LicenseActivated;
        const { expiresOn, startsOn, kind } = data;
        if (kind !== 'annual' || expiresOn === undefined) continue;
        const licenseId = event.stream.slice('license-'.length) as LicenseId;
        const term = { licenseId, startsOn, expiresOn, zone: data.zone };
        for (const action of scriptOf(term, this.options.scenario, entropy, began)) this.remember(action);
      }
      if (batch.caughtUp) return;
    }
  }

  private remember(action: Action): void {
    if (action.at < this.clock.now()) return;
    const together = this.ahead.get(action.at) ?? [];
    together.push(action);
    together.sort((one, other) =>
      one.licenseId < other.licenseId ? -1 : one.licenseId > other.licenseId ? 1 : one.index - other.index,
    );
    this.ahead.set(action.at, together);
  }
}
