import { Streams } from '@renewals/commands';
import { type NewEvent, SqliteEventStore, Upcasting } from '@renewals/event-store';
import {
  type BillingAgreementEvent,
  billingAgreementStream,
  type ContactId,
  type DomainEvent,
  eventCatalogue,
  isoDate,
  type LicenseId,
} from '@renewals/licensing';
import { derivedId, PersonalData, PersonKeys, seededEntropy, systemClock } from '@renewals/platform';
import { SEED } from '../base';
import { compared, type Figure } from '../figure';
import { inTurn, rate } from '../measure';
import { sampleEvent } from '../sample-event';
import type { Workspace } from '../workspace';

const LENGTH = 1_000;
const REPEATS = 20;
const ROUNDS = 7;

/** A long stream loaded from the store and folded, against its events read, parsed and folded in a loop. */
export async function fold(workspace: Workspace): Promise<Figure[]> {
  const store = SqliteEventStore.open(workspace.fresh('fold.db'));
  const id = derivedId('bench', 'license', 0) as LicenseId;
  const stream = `${billingAgreementStream.category}-${id}`;
  await store.append(stream, 'no-stream', agreementHistory(id));
  const keys = new PersonKeys(workspace.fresh('keys.db'), Buffer.alloc(32), seededEntropy(SEED));
  const personal = new PersonalData(keys, seededEntropy(SEED));
  const upcasting = new Upcasting(eventCatalogue);
  const work = () =>
    rate(LENGTH * REPEATS, async () => {
      for (let repeat = 0; repeat < REPEATS; repeat++) {
        const pause = async () => undefined;
        const streams = new Streams({ store, upcasting, personal, clock: systemClock, pause, soleWriter: true });
        await streams.read(billingAgreementStream, id);
      }
    });
  const floor = () =>
    rate(LENGTH * REPEATS, async () => {
      for (let repeat = 0; repeat < REPEATS; repeat++) {
        let state = billingAgreementStream.initial;
        for (const { type, data } of await store.readStream(stream)) {
          state = billingAgreementStream.evolve(state, { type, data } as unknown as BillingAgreementEvent);
        }
      }
    });
  const measured = await inTurn(ROUNDS, work, floor);
  await store.close();
  keys.close();
  return [compared(`fold of a stream of ${LENGTH} events`, 'events/s', measured, {})];
}

/** Recurring billing on and off again, many times over. */
function agreementHistory(licenseId: LicenseId): NewEvent[] {
  const by = { type: 'sales', id: 'bench' } as const;
  const day = isoDate('2026-01-01');
  const on: DomainEvent = { type: 'RecurringBillingResumed', data: { licenseId, resumedOn: day, by } };
  const off: DomainEvent = { type: 'RecurringBillingCancelled', data: { licenseId, cancelledOn: day, by } };
  const first: BillingAgreementEvent = {
    type: 'RecurringBillingEnabled',
    data: { licenseId, billingContactId: derivedId('bench', 'contact', 0) as ContactId },
  };
  return Array.from({ length: LENGTH }, (_, index) => {
    const { type, data } = index === 0 ? first : index % 2 === 0 ? on : off;
    return { ...sampleEvent(index), type, data: data as unknown as NewEvent['data'] };
  });
}
