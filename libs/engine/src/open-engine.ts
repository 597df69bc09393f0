import { type INestApplicationContext, Logger, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Configuration } from '@renewals/platform';
import { EngineModule } from './engine.module';
import { type Infrastructure, openInfrastructure, type OpenOptions } from './infrastructure';
import { StandardError } from './standard-error';
import { Worker } from './worker';

/** An engine without HTTP. */
export interface Engine {
  readonly context: INestApplicationContext;
  readonly infrastructure: Infrastructure;
  /** Stops what works by itself, then closes the stores. */
  close(): Promise<void>;
}

/** Opens an engine in this process; an engine that writes has its views caught up when this resolves. */
export async function openEngine(configuration: Configuration, options: OpenOptions = {}): Promise<Engine> {
  const infrastructure = openInfrastructure(configuration, options);
  try {
    const module = EngineModule.over(infrastructure);
    // Else Nest ends the process when a part cannot be made, such as while the event store is away.
    const context = await NestFactory.createApplicationContext(module, { logger: logger(), abortOnError: false });
    const worker = context.get(Worker);
    if (!infrastructure.readOnly) await worker.start();
    return {
      context,
      infrastructure,
      close: async () => {
        await worker.stop();
        await context.close();
        await infrastructure.close();
      },
    };
  } catch (error) {
    await infrastructure.close();
    throw error;
  }
}

/** Faults are told; the start of the framework is nobody's concern. */
function logger(): LoggerService {
  const faults = new StandardError({ logLevels: ['error', 'fatal', 'warn'] });
  Logger.overrideLogger(faults);
  return faults;
}
