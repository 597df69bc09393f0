import { Streams } from '@renewals/commands';
import { type NewEvent, SqliteEventStore, Upcasting } from '@renewals/event-store';
import {
  billingAgreementStream,
  type DomainEvent,
  eventCatalogue,
  licenseStream,
  organizationStream,
  type StreamDefinition,
} from '@renewals/licensing';
import { derivedId, PersonalData, PersonKeys, seededEntropy, systemClock } from '@renewals/platform';
import { SEED } from '../base';
import { compared, type Figure } from '../figure';
import { agreementHistory, licenseHistory, organizationHistory } from '../long-histories';
import { inTurn, rate } from '../measure';
import { sampleEvent } from '../sample-event';
import type { Workspace } from '../workspace';

const LENGTH = 1_000;
const REPEATS = 20;
const ROUNDS = 7;
/** At most 1.5 times as long as the loop. */
const MARK = { atLeast: 1 / 1.5 };

type AnyStream = StreamDefinition<unknown, DomainEvent>;

const long: Readonly<Record<string, readonly [AnyStream, (length: number) => readonly DomainEvent[]]>> = {
  license: [licenseStream as AnyStream, licenseHistory],
  organization: [organizationStream as AnyStream, organizationHistory],
  'billing agreement': [billingAgreementStream as AnyStream, agreementHistory],
};

/** A long stream loaded from the store and folded, against its events read, parsed and folded in a loop. */
export async function fold(workspace: Workspace): Promise<Figure[]> {
  const store = SqliteEventStore.open(workspace.fresh('fold.db'));
  const keys = new PersonKeys(workspace.fresh('keys.db'), Buffer.alloc(32), seededEntropy(SEED));
  const personal = new PersonalData(keys, seededEntropy(SEED));
  const upcasting = new Upcasting(eventCatalogue);
  const figures: Figure[] = [];
  for (const [name, [definition, history]] of Object.entries(long)) {
    const id = derivedId('bench', name, 0);
    const stream = `${definition.category}-${id}`;
    await store.append(stream, 'no-stream', history(LENGTH).map(stored));
    const work = () =>
      rate(LENGTH * REPEATS, async () => {
        for (let repeat = 0; repeat < REPEATS; repeat++) {
          const pause = async () => undefined;
          const streams = new Streams({ store, upcasting, personal, clock: systemClock, pause, soleWriter: true });
          await streams.read(definition, id);
        }
      });
    const floor = () =>
      rate(LENGTH * REPEATS, async () => {
        for (let repeat = 0; repeat < REPEATS; repeat++) {
          let state = definition.initial;
          for (const event of await store.readStream(stream)) state = definition.evolve(state, event);
        }
      });
    const measured = await inTurn(ROUNDS, work, floor);
    figures.push(compared(`fold of a ${name} of ${LENGTH} events`, 'events/s', measured, MARK));
  }
  await store.close();
  keys.close();
  return figures;
}

function stored({ type, data }: DomainEvent, index: number): NewEvent {
  return { ...sampleEvent(index), type, data: data as NewEvent['data'] };
}
