import { CLOCK, ImportLicense, ImportOrganization, Streams } from '@renewals/commands';
import { EngineModule, type Infrastructure, liveUntil, openInfrastructure, Worker } from '@renewals/engine';
import type { EventStore, RecordedEvent } from '@renewals/event-store';
import { isoDate } from '@renewals/licensing';
import { configurationFrom, type VirtualTime } from '@renewals/platform';
import { ProjectionRunner } from '@renewals/projections';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { organization, type Sold, license } from './samples';
import { temporaryDirectory } from './temporary-directory';
import { wholeLog } from './whole-log';

export interface Beginning {
  /** Where the clock of a new directory starts. Default 2025-12-01T12:00:00Z. */
  readonly at?: string;
  readonly seed?: number;
  /** One that was lived in before. Default: a new one. */
  readonly directory?: string;
  /** Folder of the policies. Default: those that ship. */
  readonly policies?: string;
  /** Where mails really go, as `SMTP_URL`. Default: files. */
  readonly smtp?: string;
  /** What stands between the engine and its event store. */
  readonly through?: (store: EventStore) => EventStore;
}

/** A whole engine on a virtual directory, whose clock goes where a spec sends it. */
export class EngineInTime {
  private constructor(
    readonly directory: string,
    readonly infrastructure: Infrastructure,
    private readonly context: INestApplicationContext,
  ) {}

  static async begin({ at = '2025-12-01T12:00:00Z', seed = 1, ...where }: Beginning = {}): Promise<EngineInTime> {
    const { directory = temporaryDirectory(), through = (store) => store } = where;
    const configuration = configurationFrom({
      DATA_DIR: directory,
      POLICY_DIR: where.policies,
      SMTP_URL: where.smtp,
    });
    const opened = openInfrastructure(configuration, { identity: { virtual: { seed, startsAt: Date.parse(at) } } });
    const identity = where.smtp === undefined ? opened.identity : {};
    const infrastructure = { ...opened, identity, store: through(opened.store) };
    try {
      const options = { logger: false, abortOnError: false } as const;
      const context = await NestFactory.createApplicationContext(EngineModule.over(infrastructure), options);
      const engine = new EngineInTime(directory, infrastructure, context);
      await engine.worker.start();
      return engine;
    } catch (error) {
      await infrastructure.close();
      throw error;
    }
  }

  get worker(): Worker {
    return this.get(Worker);
  }

  get clock(): VirtualTime {
    return this.context.get<VirtualTime>(CLOCK);
  }

  get<Part>(part: Type<Part>): Part {
    return this.context.get(part);
  }

  do<Answer>(command: Command<Answer>): Promise<Answer> {
    return this.get(CommandBus).execute(command);
  }

  /** Takes over one company and its licenses, all as of the clock's day. */
  async imported(to: string, licenses: Readonly<Record<string, Sold>>, policy = 'dynamsoft'): Promise<void> {
    const asOf = isoDate(new Date(this.clock.now()).toISOString().slice(0, 10));
    await this.do(new ImportOrganization(organization(to)));
    for (const [name, sold] of Object.entries(licenses)) {
      await this.do(new ImportLicense(license(name, { to, ...sold }), policy, asOf));
    }
  }

  /** Lives through all that falls due up to then, as a simulation does. */
  until(instant: string): Promise<void> {
    return liveUntil(this.worker, this.clock, Date.parse(instant));
  }

  /** Nobody is at work until then. */
  asleepUntil(instant: string): void {
    this.clock.moveTo(Date.parse(instant));
  }

  /** Every event, or those of a stream. */
  async events(stream?: string): Promise<RecordedEvent[]> {
    const { store } = this.infrastructure;
    return stream === undefined ? wholeLog(store) : store.readStream(stream);
  }

  async typesIn(stream: string): Promise<string[]> {
    return (await this.events(stream)).map(({ type }) => type);
  }

  /** The views show everything that this engine wrote. */
  async caughtUp(): Promise<void> {
    await this.get(ProjectionRunner).reached(this.get(Streams).lastAppended);
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.context.close();
    await this.infrastructure.close();
  }
}
