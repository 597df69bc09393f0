import { EngineModule, liveUntil, openInfrastructure, Worker } from '@renewals/engine';
import { configurationFrom, type VirtualTime } from '@renewals/platform';
import { NestFactory } from '@nestjs/core';

/**
 * Lives the virtual directory `DATA_DIR` on to the instant that is given, and hands its mails to the server of
 * `SMTP_URL`: only this program does so, by not telling the engine that the directory is a virtual one.
 */
async function main(until: string): Promise<void> {
  const infrastructure = openInfrastructure(configurationFrom(process.env));
  const module = EngineModule.over({ ...infrastructure, identity: {} });
  const context = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
  const worker = context.get(Worker);
  await worker.start();
  await liveUntil(worker, infrastructure.clock as VirtualTime, Date.parse(until));
  await worker.stop();
  await context.close();
  await infrastructure.close();
}

void main(process.argv[2] as string);
