import { mkdirSync } from 'node:fs';
import { openInfrastructure, Worker } from '@renewals/engine';
import { issueToken, systemClock } from '@renewals/platform';
import { ProjectionRunner } from '@renewals/projections';
import { createApp } from '../../../apps/api/src/create-app';
import { BareLog } from '../bare-log';
import { configured } from '../base';
import { absolute, compared, type Figure } from '../figure';
import { addFloors } from '../http/bench-controller';
import { load } from '../http/load';
import { requestedRenewals } from '../requested-renewals';
import { elapsed, inTurn } from '../measure';
import type { Workspace } from '../workspace';

const RENEWALS = 2_048;
const CLIENTS = 32;
const SECONDS = 4;
const ROUNDS = 3;

/** A purchase order recorded over HTTP by the served app, worker and views included, against floors in the same app. */
export async function http(workspace: Workspace): Promise<Figure[]> {
  const directory = workspace.fresh('served');
  mkdirSync(directory);
  const log = new BareLog(workspace.fresh('bare.db'));
  addFloors(log);
  const infrastructure = openInfrastructure(configured(directory));
  const app = await createApp(infrastructure);
  await app.init();
  const worker = app.get(Worker);
  await worker.start();
  const renewals = await requestedRenewals(app, RENEWALS, 'http');
  await app.listen(0, '127.0.0.1');
  worker.live();

  const claims = { role: 'sales', subject: 'bench' } as const;
  const token = issueToken(infrastructure.secrets.tokens, claims, { now: systemClock.now(), hours: 1 });
  const target = { address: await app.getUrl(), token, seconds: SECONDS };
  const commands = (clients: number) => () =>
    load({ ...target, clients, things: renewals.map((id) => `/renewals/${id}`), action: 'commitment' });
  const floors = (clients: number, action: 'write' | 'nothing') => () =>
    load({ ...target, clients, things: renewals.map((id) => `/bench/${id}`), action });

  const alone = await inTurn(ROUNDS, commands(1), floors(1, 'write'));
  const lags: number[] = [];
  const withLag = async () => {
    const perSecond = await commands(CLIENTS)();
    const last = await infrastructure.store.lastPosition();
    lags.push(await elapsed(() => app.get(ProjectionRunner).reached(last)));
    return perSecond;
  };
  const together = await inTurn(ROUNDS, withLag, floors(CLIENTS, 'nothing'));

  await app.close();
  await worker.stop();
  await infrastructure.close();
  log.close();
  return [
    compared('command over HTTP, 1 client, against one durable write', 'requests/s', alone, { atLeast: 0.6 }),
    compared(`command over HTTP, ${CLIENTS} clients, against doing nothing`, 'requests/s', together, { atLeast: 0.5 }),
    absolute('views behind after that load', 'ms', Math.max(...lags), { atMost: 1_000 }),
  ];
}
