import { type MoveAnswer, MoveOrderToPolicy, Streams } from '@renewals/commands';
import type { Engine } from '@renewals/engine';
import { type OrderId, orderStream } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { CommandBus } from '@nestjs/cqrs';
import type { Command } from 'commander';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { existingDirectory, writing } from '../engine/open';
import type { Host } from '../host/host';
import { writeAnswer, writeDocument } from '../host/write';

interface MoveOptions extends CommonOptions {
  readonly reason: string;
  readonly policyHash?: string;
}

/** `renewals move-order`: puts an order under another version of its policy. */
export function moveOrderCommand(host: Host): Command {
  return everyCommand('move-order', { json: 'print one JSON document' })
    .description('Put an order under another version of its policy, on record. See: renewals policies.')
    .argument('<order>', 'its id')
    .requiredOption('--reason <text>', 'why: it stays on record')
    .option('--policy-hash <hash>', 'of a version that renewals policies shows (default: the newest)')
    .action(async (order: OrderId, options: MoveOptions) => {
      const configuration = configurationOf(host, options);
      existingDirectory(configuration);
      const { policy, policyHash, wrote } = await writing(configuration, (engine) => move(engine, order, options));
      await (options.json
        ? writeDocument(host, { order, policy, policyHash, moved: wrote })
        : writeAnswer(
            host,
            wrote
              ? `The order is under ${policy} ${policyHash} now. What was bought with it follows when the engine runs.`
              : `The order was under ${policy} ${policyHash} already.`,
          ));
    });
}

/** The same move of the same order is one command: it is not done twice. */
async function move({ context }: Engine, order: OrderId, { reason, policyHash }: MoveOptions): Promise<MoveAnswer> {
  const { revision } = await context.get(Streams).read(orderStream, order);
  const commandId = derivedId('move-order', order, revision, policyHash ?? 'newest');
  const actor = { type: 'operator', id: 'move-order' } as const;
  const from = { commandId, correlationId: commandId, causationId: commandId, actor };
  return context.get(CommandBus).execute(new MoveOrderToPolicy(order, policyHash, reason, from));
}
