import type { JsonObject, Position, RecordedEvent } from '../port';
import { hashOf } from './hash';
import { UnknownEventShape, type Upcaster, Upcasting } from './upcasting';

/** Three shapes of one event: `seats` became `quota`, which became a count with a unit. */
const toQuota: Upcaster = {
  type: 'LicenseIssued',
  from: 1,
  lift: ({ seats, ...rest }) => ({ ...rest, quota: seats ?? null }),
};
const toUnits: Upcaster = {
  type: 'LicenseIssued',
  from: 2,
  lift: ({ quota, ...rest }) => ({ ...rest, quota: { count: quota ?? null, unit: 'seat' } }),
};
const upcasting = new Upcasting({ LicenseIssued: 3, LicenseExpired: 1 }, [toUnits, toQuota]);

function stored(schema: number, data: JsonObject, type = 'LicenseIssued'): RecordedEvent {
  const metadata = { schema, commandId: 'c', previousHash: '0'.repeat(64) };
  return { id: 'e', type, stream: 'license-1', revision: 4, position: '7' as Position, data, metadata };
}

const newest = { product: 'Reader', quota: { count: 5, unit: 'seat' } };

describe('rule 16: an event of an old shape is lifted when it is read', () => {
  it.each([
    [1, { product: 'Reader', seats: 5 }],
    [2, { product: 'Reader', quota: 5 }],
    [3, newest],
  ])('from version %i', (version, data) => {
    const lifted = upcasting.lift(stored(version, data));
    expect(lifted.data).toEqual(newest);
    expect(lifted.metadata).toEqual({ ...stored(version, data).metadata, schema: 3 });
  });

  it('and stays as it is stored, with the hash that it had', () => {
    const event = stored(1, { product: 'Reader', seats: 5 });
    const hash = hashOf(event);
    upcasting.lift(event);
    expect(event).toEqual(stored(1, { product: 'Reader', seats: 5 }));
    expect(hashOf(event)).toBe(hash);
  });

  it('and one of the newest shape is handed on untouched', () => {
    const event = stored(3, newest);
    expect(upcasting.lift(event)).toBe(event);
  });
});

describe('an event that this program does not know', () => {
  it.each([
    ['of an unknown type', stored(1, {}, 'LicenseFrobnicated'), 'license-1@4 is LicenseFrobnicated version 1; this'],
    ['of a newer version', stored(4, newest), 'this program knows it up to version 3'],
    ['of a version whose upcaster is missing', stored(0, {}), 'LicenseIssued version 0'],
    ['named like something that every object has', stored(1, {}, 'constructor'), 'this program knows no such event'],
  ])('%s is never passed over', (_which, event, why) => {
    expect(() => upcasting.lift(event)).toThrow(UnknownEventShape);
    expect(() => upcasting.lift(event)).toThrow(why);
  });
});
