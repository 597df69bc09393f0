import { MemoryEventStore, RevisionConflict } from '@renewals/event-store';
import {
  endsAt,
  isoDate,
  type LicenseEvent,
  licenseStream,
  period,
  type Policy,
  startsAt,
  termAt,
  zone,
} from '@renewals/licensing';
import fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs';
import { contextOf, licenseId, orderId, organizationId } from '../../../../test/support/samples';
import { Program } from '../runtime/order-streams.spec';
import { countReports, type UsageReport } from './usage-batch';

const id = licenseId('reader');
const term = termAt(isoDate('2025-03-11'), period('P1Y'), 1, zone('Europe/Berlin'));
const begin = startsAt(term.startsOn, term.zone);
/** All of a policy that usage is judged by. */
const policy = { channels: { store: { quota: { thresholds: [50, 80, 100] } } } } as unknown as Policy;
const decision = { now: endsAt(term.expiresOn, term.zone), policy, channel: 'store' } as const;
const sold = { policy: 'dynamsoft', policyHash: 'hash', channel: 'store', kind: 'annual', hosting: 'vendor' } as const;
const running: LicenseEvent[] = [
  {
    type: 'LicenseIssued',
    data: {
      ...sold,
      licenseId: id,
      orderId: orderId('reader'),
      organizationId: organizationId('acme'),
      product: 'Reader',
      delivery: 'trackable',
      period: term.period,
      quota: 30,
      unitPrice: { amountMinor: 1200, currency: 'USD' },
      origin: 'purchase',
    },
  },
  { type: 'LicenseActivated', data: { ...sold, ...term, mode: 'manual' } },
];

/** Reports with ids of their own, and the batches in which they are sent: again and again, in any order. */
const sent = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }).chain((quantities) => {
  const reports = quantities.map((quantity, index): UsageReport => {
    return { reportId: `report ${index}`, quantity, usedAt: begin + index };
  });
  const batch = fc.array(fc.constantFrom(...reports), { maxLength: 6 });
  return fc.tuple(fc.constant(reports), fc.array(fc.tuple(fc.nat(1), batch), { maxLength: 8 }));
});

describe('usage reported in batches, repeated and in any order', () => {
  it('comes to the same as each report once, whichever of two programs gets it', () =>
    fc.assert(
      fc.asyncProperty(sent, async ([reports, batches]) => {
        const [expected, seen] = [await meterAfter([[0, reports]]), await meterAfter([...batches, [1, reports]])];
        expect({ ...seen.meter, crossed: new Set(seen.meter?.crossed) }).toEqual({
          ...expected.meter,
          crossed: new Set(expected.meter?.crossed),
        });
        expect(seen.told).toEqual(expected.told);
      }),
      propertyRuns(30, 1_000),
    ));
});

/** Both programs at work at once; `told`: how often each report, threshold and exhaustion is on record. */
async function meterAfter(batches: readonly (readonly [number, readonly UsageReport[]])[]) {
  const store = new MemoryEventStore();
  const programs = [new Program(store), new Program(store)];
  await programs[0]?.streams.decide(licenseStream, id, contextOf('issue'), () => running);
  await Promise.all(
    programs.map(async ({ streams }, index) => {
      for (const [at, [program, reports]] of batches.entries()) {
        if (program === index)
          await sentUntilTaken(() => countReports(streams, id, reports, decision, contextOf(`batch ${at}`)));
      }
    }),
  );
  const { state } = await new Program(store).streams.read(licenseStream, id);
  const events = await store.readStream(`license-${id}`);
  return {
    meter: 'meter' in state ? state.meter : undefined,
    told: events.map(({ type, data }) => `${type} ${String(data['reportId'] ?? data['percent'] ?? '')}`).sort(),
  };
}

/** As a client does that is told that others were faster. */
async function sentUntilTaken(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    await sentUntilTaken(send);
  }
}
