import { Sweeper } from '@renewals/automations';
import { DeadLetters } from '@renewals/mail';
import type { Command } from 'commander';
import { BadUsage } from '../command/bad-usage';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { existingDirectory, writing } from '../engine/open';
import type { Host } from '../host/host';
import { writeAnswer, writeDocument } from '../host/write';

/** `renewals replay`: puts back what `renewals parked` lists. */
export function replayCommand(host: Host): Command {
  return everyCommand('replay', { json: 'print one JSON document' })
    .description('Put a parked deadline or mail back into its queue, to be tried again when the engine runs.')
    .argument('<key>', 'as renewals parked shows it, in quotes')
    .action(async (key: string, options: CommonOptions) => {
      const configuration = configurationOf(host, options);
      existingDirectory(configuration);
      await writing(configuration, async ({ context, infrastructure: { database, clock } }) => {
        const now = clock.now();
        const found =
          (await context.get(Sweeper).replay(key, now)) || (await new DeadLetters(database).replay(key, now));
        if (!found) throw new BadUsage(`Nothing is parked under the key ${key}. What is: renewals parked.`);
      });
      await (options.json
        ? writeDocument(host, { replayed: key })
        : writeAnswer(host, 'It is tried again when the engine runs.'));
    });
}
