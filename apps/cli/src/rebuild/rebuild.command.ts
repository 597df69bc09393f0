import { ProjectionRunner } from '@renewals/projections';
import type { Command } from 'commander';
import { BadUsage } from '../command/bad-usage';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { existingDirectory, writing } from '../engine/open';
import type { Host } from '../host/host';
import { interruptible } from '../host/interruptible';
import { Progress } from '../host/progress';
import { writeAnswer, writeDocument } from '../host/write';

interface RebuildOptions extends CommonOptions {
  readonly rollback?: true;
}

/** `renewals rebuild`: builds views anew from the events. */
export function rebuildCommand(host: Host): Command {
  return everyCommand('rebuild', { json: 'print one JSON document' })
    .description('Build a view anew from all events, beside the one that is read; nothing is sent again.')
    .argument('[view]', 'its name (default: every view, one after the other)')
    .option('--rollback', 'put the view from before its last rebuild back')
    .action(async (view: string | undefined, options: RebuildOptions) => {
      const configuration = configurationOf(host, options);
      existingDirectory(configuration);
      const wayOn = 'The views are as they were, but for those that were done. Run the same command again.';
      await interruptible(host, wayOn, (stopping) =>
        writing(configuration, async ({ context }) => {
          const runner = context.get(ProjectionRunner);
          return options.rollback
            ? rollBack(host, runner, view, options)
            : rebuild(host, runner, view, options, stopping);
        }),
      );
    });
}

async function rebuild(
  host: Host,
  runner: ProjectionRunner,
  view: string | undefined,
  { json }: RebuildOptions,
  stopping: AbortSignal,
): Promise<void> {
  const rebuilt: { view: string; events: number }[] = [];
  for (const name of view === undefined ? runner.health().map((health) => health.name) : [view]) {
    const progress = new Progress(host, `Rebuilding ${name}, events`);
    try {
      const { events } = await runner.rebuild(name, (read) => {
        stopping.throwIfAborted();
        progress.reach(read);
      });
      rebuilt.push({ view: name, events });
    } finally {
      progress.stop();
    }
  }
  await (json
    ? writeDocument(host, { rebuilt })
    : writeAnswer(host, ...rebuilt.map(({ view: name, events }) => `Rebuilt ${name} from ${events} events.`)));
}

async function rollBack(
  host: Host,
  runner: ProjectionRunner,
  view: string | undefined,
  { json }: RebuildOptions,
): Promise<void> {
  if (view === undefined) throw new BadUsage('Name the view to put back: renewals rebuild VIEW --rollback.');
  await runner.rollBack(view);
  await (json
    ? writeDocument(host, { rolledBack: [view] })
    : writeAnswer(host, `${view} is the one from before its last rebuild, caught up.`));
}
