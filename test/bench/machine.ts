import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '@renewals/platform';

const OF_INTEREST = [
  '@eventstore/db-client',
  '@nestjs/core',
  '@nestjs/platform-fastify',
  '@photostructure/sqlite',
  'autocannon',
  'kysely',
];

export interface Machine {
  readonly cpus: number;
  readonly model: string;
  readonly memoryMiB: number;
  readonly platform: string;
  readonly node: string;
}

export function machine(): Machine {
  const processors = cpus();
  return {
    cpus: processors.length,
    model: processors[0]?.model.trim() ?? 'unknown',
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
  };
}

/** As installed. */
export function versions(): Record<string, string> {
  return Object.fromEntries(
    OF_INTEREST.map((name) => {
      const description = readFileSync(join(packageRoot(), 'node_modules', name, 'package.json'), 'utf8');
      return [name, (JSON.parse(description) as { version: string }).version];
    }),
  );
}
