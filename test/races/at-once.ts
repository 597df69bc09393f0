import { Refusal } from '@renewals/licensing';
import type { Command } from '@nestjs/cqrs';
import { EngineInTime } from '../support/engine-in-time';
import { WatchedStore } from '../support/watched-store';

/** A whole engine on its own store, in which a spec lets things happen between a decision and its append. */
export class Race {
  private constructor(
    readonly engine: EngineInTime,
    private readonly store: WatchedStore,
  ) {}

  static async begin(at: string): Promise<Race> {
    let store: WatchedStore | undefined;
    const engine = await EngineInTime.begin({ at, through: (real) => (store = new WatchedStore(real)) });
    if (!store) throw new Error('The engine took no store');
    return new Race(engine, store);
  }

  /** Once: after an event of that type was decided, and before it is appended. */
  justBefore(type: string, happens: () => Promise<unknown>): void {
    this.store.beforeAppend = async ({ events }) => {
      if (!events.some((event) => event.type === type)) return;
      this.store.beforeAppend = () => undefined;
      await happens();
    };
  }

  /** `done`, or the code of the refusal. */
  async outcomeOf(command: Command<unknown>): Promise<string> {
    try {
      await this.engine.do(command);
      return 'done';
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  atOnce(...commands: readonly Command<unknown>[]): Promise<string[]> {
    return Promise.all(commands.map((command) => this.outcomeOf(command)));
  }
}
