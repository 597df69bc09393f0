import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandBus } from '@nestjs/cqrs';
import { type Command } from '@nestjs/cqrs';
import { ImportLicense, ImportOrganization, Streams } from '@renewals/commands';
import { type Infrastructure, liveUntil, openInfrastructure, Worker } from '@renewals/engine';
import { isoDate } from '@renewals/licensing';
import { configurationFrom, issueToken, type Role, type VirtualTime } from '@renewals/platform';
import { ProjectionRunner } from '@renewals/projections';
import request from 'supertest';
import type { App } from 'supertest/types';
import { createApp } from '../../apps/api/src/create-app';
import type { Serving } from '../../apps/api/src/serving';
import { license, organization, type Sold } from '../support/samples';
import { temporaryDirectory } from '../support/temporary-directory';

export interface Beginning {
  /** Where the clock starts. Default 2025-12-01T12:00:00Z. */
  readonly at?: string;
  readonly serving?: Partial<Serving>;
  /** Connection string of an event store. Default: in the data directory. */
  readonly eventStore?: string;
  /** Default: one that goes after the specs of the file. */
  readonly directory?: string;
}

/** The whole server over an embedded engine, on a clock that goes where a spec sends it. */
export class Served {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly infrastructure: Infrastructure,
  ) {}

  static async begin({ at = '2025-12-01T12:00:00Z', serving = {}, ...where }: Beginning = {}): Promise<Served> {
    const { directory = temporaryDirectory(), eventStore } = where;
    const configuration = configurationFrom({ DATA_DIR: directory, EVENT_STORE: eventStore, LOG_LEVEL: 'silent' });
    const infrastructure = openInfrastructure(configuration, {
      identity: { virtual: { seed: 1, startsAt: Date.parse(at) } },
    });
    const app = await createApp(infrastructure, { mode: 'live', clock: infrastructure.clock, ...serving });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await app.get(Worker).start();
    return new Served(app, infrastructure);
  }

  get clock(): VirtualTime {
    return this.infrastructure.clock as VirtualTime;
  }

  get http() {
    return request(this.app.getHttpServer() as App);
  }

  /** Requests with a token of that role. */
  as(role: Role, subject = `some ${role}`, vendor?: string) {
    const { http } = this;
    const authorization = `Bearer ${this.token(role, subject, vendor)}`;
    return {
      get: (path: string) => http.get(path).set({ authorization }),
      post: (path: string, body?: object) => http.post(path).set({ authorization }).send(body),
      delete: (path: string) => http.delete(path).set({ authorization }),
    };
  }

  token(role: Role, subject = `some ${role}`, vendor?: string): string {
    const claims = { role, subject, ...(vendor !== undefined && { vendor }) };
    return issueToken(this.infrastructure.secrets.tokens, claims, { now: this.clock.now(), hours: 1 });
  }

  do<Answer>(command: Command<Answer>): Promise<Answer> {
    return this.app.get(CommandBus).execute(command);
  }

  async imported(to: string, licenses: Readonly<Record<string, Sold>>, policy = 'dynamsoft'): Promise<void> {
    const asOf = isoDate(new Date(this.clock.now()).toISOString().slice(0, 10));
    await this.do(new ImportOrganization(organization(to)));
    for (const [name, sold] of Object.entries(licenses)) {
      await this.do(new ImportLicense(license(name, { to, ...sold }), policy, asOf));
    }
    await this.caughtUp();
  }

  /** Lives through all that falls due up to then. */
  until(instant: string): Promise<void> {
    return liveUntil(this.app.get(Worker), this.clock, Date.parse(instant));
  }

  async caughtUp(): Promise<void> {
    await this.app.get(ProjectionRunner).reached(this.app.get(Streams).lastAppended);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.app.get(Worker).stop();
    await this.infrastructure.close();
  }
}
