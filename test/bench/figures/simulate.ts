import { countDecisions } from '@renewals/audit';
import { openEngine } from '@renewals/engine';
import { Upcasting } from '@renewals/event-store';
import { addDays, localDate, startsAt, zone } from '@renewals/licensing';
import { loadScenario } from '../../../apps/cli/src/simulate/scenario';
import { Simulation } from '../../../apps/cli/src/simulate/simulation';
import { configured, importedDirectory } from '../base';
import { absolute, type Figure } from '../figure';
import { elapsed } from '../measure';
import type { Workspace } from '../workspace';

const DAYS = 365;
const utc = zone('UTC');

/** A year in which nobody acts: every reminder is decided and mailed, every license and trial expires. */
export async function simulate(workspace: Workspace): Promise<Figure[]> {
  const engine = await openEngine(configured(await importedDirectory(workspace)));
  const { store, clock } = engine.infrastructure;
  const after = await store.lastPosition();
  const end = startsAt(addDays(localDate(clock.now(), utc), DAYS + 1), utc);
  const { signal } = new AbortController();
  const simulation = new Simulation({ engine, scenario: loadScenario('none'), end, stopping: signal });
  const seconds = (await elapsed(() => simulation.run())) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  const { reminders, expired } = await countDecisions(store, engine.context.get(Upcasting), { after });
  const outcomes = Object.values(reminders).reduce(
    (sum, { sent, suppressed, failed }) => sum + sent + suppressed + failed,
    0,
  );
  await engine.close();
  return [
    absolute('simulated year', 's', seconds, { atMost: 60 }),
    absolute('simulated year, decisions', 'decisions/s', (outcomes + expired.licenses + expired.trials) / seconds),
    absolute('simulated year, peak memory', 'MiB', peak, { atMost: 512 }),
  ];
}
