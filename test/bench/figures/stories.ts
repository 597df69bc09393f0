import { Streams } from '@renewals/commands';
import { type EventStore, Upcasting } from '@renewals/event-store';
import {
  type DomainEvent,
  eventCatalogue,
  licenseStream,
  orderStream,
  organizationStream,
  reminderStream,
  renewalStream,
  type StreamDefinition,
} from '@renewals/licensing';
import { systemClock } from '@renewals/platform';
import { Served } from '../../e2e/served';
import { wholeLog } from '../../support/whole-log';
import { harbourFreight } from '../../stories/harbour-freight';
import { orchardBooks } from '../../stories/orchard-books';
import { pageOf } from '../../stories/telling';
import { absolute, type Figure } from '../figure';
import { elapsed, percentile } from '../measure';
import type { Workspace } from '../workspace';

const LOADS = 1_000;

type AnyStream = StreamDefinition<unknown, DomainEvent>;

const definitions = [licenseStream, orderStream, organizationStream, reminderStream, renewalStream] as AnyStream[];

/** The longest stream that each of the approved stories makes, loaded without a snapshot by somebody who has nothing. */
export async function stories(workspace: Workspace): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const telling of [orchardBooks, harbourFreight]) {
    const served = await Served.begin({ at: telling.at, directory: workspace.fresh(telling.page) });
    await pageOf(telling, served);
    const { store, personal } = served.infrastructure;
    const [stream, events] = await longest(store);
    const definition = definitions.find(({ category }) => stream.startsWith(`${category}-`)) as AnyStream;
    const id = stream.slice(definition.category.length + 1);
    const upcasting = new Upcasting(eventCatalogue);
    const pause = async () => undefined;
    const times: number[] = [];
    for (let load = 0; load < LOADS; load++) {
      const streams = new Streams({ store, upcasting, personal, clock: systemClock, pause, soleWriter: true });
      times.push(await elapsed(() => streams.read(definition, id)));
    }
    await served.close();
    const what = `load of the longest stream of ${telling.page}, ${events} events, p99`;
    figures.push(absolute(what, 'ms', percentile(times, 99), { atMost: 5 }));
  }
  return figures;
}

/** Of those that commands decide on. */
async function longest(store: EventStore): Promise<readonly [string, number]> {
  const lengths = new Map<string, number>();
  for (const { stream } of await wholeLog(store)) {
    if (definitions.some(({ category }) => stream.startsWith(`${category}-`))) {
      lengths.set(stream, (lengths.get(stream) ?? 0) + 1);
    }
  }
  return [...lengths].reduce((one, other) => (other[1] > one[1] ? other : one));
}
