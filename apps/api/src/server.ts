import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openInfrastructure, Worker } from '@renewals/engine';
import { BadConfiguration, type Configuration } from '@renewals/platform';
import { createApp } from './create-app';
import type { Mode, Serving } from './serving';

/** One data directory, served. */
export interface Server {
  readonly mode: Mode;
  /** Where people reach it. */
  readonly address: string;
  readonly port: number;
  /** Of its data. */
  readonly directory: string;
  /** Accepts no more, answers what is under way, finishes the work that has begun. */
  close(): Promise<void>;
}

/**
 * Opens the data directory and serves it on HOST:PORT with the worker inside. Throws `DirectoryInUse` and
 * `BadConfiguration`, also for an address that cannot be had.
 */
export async function serve(configuration: Configuration, serving: Partial<Serving> = {}): Promise<Server> {
  const infrastructure = openInfrastructure(configuration);
  const app = await createApp(infrastructure, serving).catch(async (error: unknown) => {
    await infrastructure.close();
    throw error;
  });
  const worker = app.get(Worker);
  const close = async () => {
    await app.close();
    await worker.stop();
    await infrastructure.close();
  };
  try {
    const mode = serving.mode ?? (infrastructure.identity.virtual ? 'virtual' : 'live');
    await worker.start();
    const url = await listen(app, configuration);
    // In the sample too: what people do there has its consequences at the time where its clock stands.
    if (mode !== 'virtual') worker.live();
    return {
      mode,
      address: configuration.PUBLIC_URL ?? url,
      port: Number(new URL(url).port),
      directory: configuration.DATA_DIR,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listen(app: NestFastifyApplication, { HOST, PORT }: Configuration): Promise<string> {
  await app.init();
  try {
    return await app.getHttpAdapter().getInstance().listen({ host: HOST, port: PORT });
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw new BadConfiguration(`${HOST}:${PORT} ${reason}. Choose another with HOST and PORT.`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'may not be listened on by this user',
  EADDRNOTAVAIL: 'is no address of this machine',
  ENOTFOUND: 'is no address of this machine',
};
