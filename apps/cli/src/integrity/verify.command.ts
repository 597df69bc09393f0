import { type ChainReport, verifyChains } from '@renewals/audit';
import type { Command } from 'commander';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { readingStreams } from '../engine/open';
import { exitCodes } from '../exit-codes';
import type { Host } from '../host/host';
import { Progress } from '../host/progress';
import { writeAnswer, writeDocument } from '../host/write';

/** `renewals verify`: whether anybody changed the log. */
export function verifyCommand(host: Host): Command {
  return everyCommand('verify', { json: 'print one JSON document' })
    .description('Verify that each event follows the one that was written before it.')
    .addHelpText('after', '\nExits with 4 when one does not.')
    .action(async (options: CommonOptions) => {
      const report = await readingStreams(configurationOf(host, options), async ({ infrastructure: { store } }) => {
        const progress = new Progress(host, 'Verifying, events');
        try {
          return await verifyChains(store, (events) => progress.reach(events));
        } finally {
          progress.stop();
        }
      });
      await (options.json ? writeDocument(host, report) : writeAnswer(host, ...sentencesOf(report)));
      if (report.broken.length > 0) host.exitCode = exitCodes.notVerified;
    });
}

function sentencesOf({ verified, streams, broken }: ChainReport): string[] {
  return [
    `${verified} events in ${streams} streams follow the one that was written before them.`,
    ...broken.map(({ stream, revision, reason }) => `${stream}@${revision} does not: ${reason}.`),
    ...(broken.length > 0 ? ['The log was changed after it was written: restore it from a copy made before.'] : []),
  ];
}
