import { EngineModule, openInfrastructure } from '@renewals/engine';
import { RecordCommitment } from '@renewals/commands';
import type { RenewalId } from '@renewals/licensing';
import { configurationFrom, derivedId, systemEntropy } from '@renewals/platform';
import { CommandBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import { compared, type Figure } from '../figure';
import { inTurn, rate, sideBySide } from '../measure';
import { commandContext, requestedRenewals } from '../requested-renewals';
import { sampleEvent } from '../sample-event';
import type { Workspace } from '../workspace';

const RENEWALS = 1_024;
const CLIENTS = 32;
const ROUNDS = 5;

/** Commands on the EventStoreDB that `EVENT_STORE` names, against appends by the same client; skipped without one. */
export async function eventStoreDb(workspace: Workspace): Promise<Figure[]> {
  if (!process.env['EVENT_STORE']) return [];
  const configuration = configurationFrom({ ...process.env, DATA_DIR: workspace.fresh('engine') });
  const infrastructure = openInfrastructure(configuration);
  const engine = await NestFactory.createApplicationContext(EngineModule.over(infrastructure), { logger: ['error'] });
  await engine.init();
  const run = systemEntropy.bytes('bench', 'run', 0, 8).toString('hex');
  const renewals = await requestedRenewals(engine, RENEWALS, run);
  const commands = engine.get(CommandBus);
  let round = 0;
  const work = () => {
    const reference = `PO-${round++}`;
    return rate(RENEWALS, () =>
      sideBySide(CLIENTS, RENEWALS, async (index) => {
        const context = commandContext(derivedId('bench', run, reference, index));
        const renewal = renewals[index] as RenewalId;
        await commands.execute(new RecordCommitment(renewal, 'purchase-order', reference, context));
      }),
    );
  };
  const floor = () => {
    const stream = (index: number) => `bench-${derivedId(run, round, index)}`;
    return rate(RENEWALS, () =>
      sideBySide(CLIENTS, RENEWALS, (index) =>
        infrastructure.store.append(stream(index), 'no-stream', [sampleEvent(index)]),
      ),
    );
  };
  const measured = await inTurn(ROUNDS, work, floor);
  await engine.close();
  await infrastructure.close();
  return [
    compared(`command on EventStoreDB, ${CLIENTS} in flight, against appends`, 'commands/s', measured, {
      atLeast: 0.7,
    }),
  ];
}
