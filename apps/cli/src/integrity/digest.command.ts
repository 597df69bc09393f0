import { digestOf } from '@renewals/audit';
import type { Command } from 'commander';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { readingStreams } from '../engine/open';
import type { Host } from '../host/host';
import { Progress } from '../host/progress';
import { writeAnswer, writeDocument } from '../host/write';

/** `renewals digest`: one hash for all that happened. */
export function digestCommand(host: Host): Command {
  return everyCommand('digest', { json: 'print one JSON document' })
    .description('Print one hash over all streams, to compare two data directories or two days.')
    .action(async (options: CommonOptions) => {
      const digest = await readingStreams(configurationOf(host, options), async ({ infrastructure: { store } }) => {
        const progress = new Progress(host, 'Hashing, events');
        try {
          return await digestOf(store, (events) => progress.reach(events));
        } finally {
          progress.stop();
        }
      });
      await (options.json ? writeDocument(host, digest) : writeAnswer(host, digest.digest));
    });
}
