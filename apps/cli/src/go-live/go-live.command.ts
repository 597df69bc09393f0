import { type GoLive, GoLivePreview } from '@renewals/automations';
import { ReleaseMail } from '@renewals/commands';
import { type Engine, Worker } from '@renewals/engine';
import { derivedId } from '@renewals/platform';
import { CommandBus } from '@nestjs/cqrs';
import type { Command } from 'commander';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { reading, writing } from '../engine/open';
import type { Host } from '../host/host';
import { interruptible } from '../host/interruptible';
import { writeAnswer, writeDocument } from '../host/write';
import { goLiveDocument, goLiveSentences } from './go-live-document';

interface GoLiveOptions extends CommonOptions {
  readonly dryRun?: true;
}

/** `renewals go-live`: releases the mail that an import holds. */
export function goLiveCommand(host: Host): Command {
  return everyCommand('go-live', { json: 'print one JSON document' })
    .description('Release mail after an import. What fell due before is recorded and not sent.')
    .option('--dry-run', 'release nothing; show what would go out today')
    .action(async (options: GoLiveOptions) => {
      const configuration = configurationOf(host, options);
      const wayOn = 'What was released stays so, and the engine goes on from there when it is started.';
      const goLive = options.dryRun
        ? await reading(configuration, look)
        : await interruptible(host, wayOn, (stopping) => writing(configuration, (engine) => release(engine, stopping)));
      await (options.json
        ? writeDocument(host, goLiveDocument(goLive))
        : writeAnswer(host, ...goLiveSentences(goLive)));
    });
}

function look({ context, infrastructure }: Engine): Promise<GoLive> {
  return context.get(GoLivePreview).at(infrastructure.clock.now());
}

/** What was held and what it came to; the mails of later today are left to the engine that goes on running. */
async function release(engine: Engine, stopping: AbortSignal): Promise<GoLive> {
  const before = await look(engine);
  if (before.mail !== 'held') return before;
  const commandId = derivedId('go-live');
  const actor = { type: 'operator', id: 'go-live' } as const;
  await engine.context
    .get(CommandBus)
    .execute(new ReleaseMail({ commandId, correlationId: commandId, causationId: commandId, actor }));
  const worker = engine.context.get(Worker);
  stopping.addEventListener('abort', () => void worker.stop());
  await worker.settle();
  return { ...before, mail: 'released' };
}
