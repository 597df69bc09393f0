import { Sweeper } from '@renewals/automations';
import type { Engine } from '@renewals/engine';
import { rfc3339 } from '@renewals/licensing';
import { DeadLetters } from '@renewals/mail';
import type { Command } from 'commander';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { reading } from '../engine/open';
import { columns } from '../host/columns';
import type { Host } from '../host/host';
import { writeDocuments, writeLines } from '../host/write';

/** One line of `renewals parked --json`. */
interface ParkedLine {
  readonly kind: 'deadline' | 'mail';
  readonly key: string;
  /** RFC 3339, UTC. */
  readonly parkedAt: string | null;
  readonly attempts: number;
  readonly error: string | null;
}

/** `renewals parked`: what kept failing and waits for an operator. */
export function parkedCommand(host: Host): Command {
  return everyCommand('parked', { json: 'print one JSON document a line' })
    .description('List deadlines and mails that kept failing. Put one back with renewals replay KEY.')
    .action((options: CommonOptions) =>
      reading(configurationOf(host, options), (engine) => {
        const lines = parkedLines(engine);
        return options.json
          ? writeDocuments(host, lines)
          : writeLines(host, columns(widths, headings), lines, ({ kind, parkedAt, attempts, key, error }) =>
              columns(widths, [kind, parkedAt, attempts, key, error]),
            );
      }),
    );
}

const widths = [8, 20, 8, 60];
const headings = ['what', 'parked at', 'attempts', 'key', 'error'];

async function* parkedLines({ context, infrastructure }: Engine): AsyncGenerator<ParkedLine> {
  for (const deadline of await context.get(Sweeper).parked()) yield parkedLine('deadline', deadline);
  for (const letter of await new DeadLetters(infrastructure.database).all()) yield parkedLine('mail', letter);
}

interface Parked {
  readonly key: string;
  readonly parkedAt: number | null;
  readonly attempts: number;
  readonly lastError: string | null;
}

function parkedLine(kind: ParkedLine['kind'], { key, parkedAt, attempts, lastError }: Parked): ParkedLine {
  return { kind, key, parkedAt: parkedAt === null ? null : rfc3339(Number(parkedAt)), attempts, error: lastError };
}
