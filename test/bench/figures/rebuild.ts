import { openEngine } from '@renewals/engine';
import { DataDirectory } from '@renewals/platform';
import { ProjectionRunner } from '@renewals/projections';
import { BareViews } from '../bare-views';
import { configured, importedDirectory } from '../base';
import { absolute, compared, type Figure } from '../figure';
import { inTurn, rate } from '../measure';
import type { Workspace } from '../workspace';
import { eventsOf } from './import';

const VIEWS = ['licenses', 'upcoming-renewals'];
const ROUNDS = 7;

/** Both views built anew from the whole log, while they are read, and swapped. */
export async function rebuild(workspace: Workspace): Promise<Figure[]> {
  const directory = new DataDirectory(await importedDirectory(workspace));
  const { length } = await eventsOf(directory.path);
  const bare = await BareViews.open(directory.events, directory.views, workspace.fresh('bare-views.db'));
  const engine = await openEngine(configured(directory.path));
  const runner = engine.context.get(ProjectionRunner);
  const work = () =>
    rate(VIEWS.length * length, async () => {
      for (const view of VIEWS) await runner.rebuild(view);
    });
  const floor = () => rate(VIEWS.length * length, () => bare.rebuild());
  const measured = await inTurn(ROUNDS, work, floor);
  await engine.close();
  bare.close();
  return [
    compared('rebuild of both views', 'events/s', measured, { atLeast: 0.6 }),
    absolute('rebuild of both views, by itself', 'events/s', measured.value, { atLeast: 20_000 }),
  ];
}
