import fc from 'fast-check';
import { START } from '../port';
import { fromPosition, toPosition } from './positions';

const offset = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const place = fc.record({ commit: offset, prepare: offset });
const runs = { numRuns: process.env['LONG'] ? 100_000 : 500 };
const seeded = process.env['SEED'] ? { ...runs, seed: Number(process.env['SEED']) } : runs;

describe('positions of an EventStoreDB log', () => {
  it('sort as strings as they stand in the log', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const before = one.commit < other.commit || (one.commit === other.commit && one.prepare < other.prepare);
        expect(toPosition(one) < toPosition(other)).toBe(before);
      }),
      seeded,
    );
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(place, (one) => expect(fromPosition(toPosition(one))).toEqual(one)),
      seeded,
    );
  });

  it('begin at the start, which is before every place', () => {
    expect(fromPosition(START)).toBe('start');
    expect(START < toPosition({ commit: 0n, prepare: 0n })).toBe(true);
  });

  it('of another store are refused', () => {
    expect(() => fromPosition('00000000000000000007' as typeof START)).toThrow('is not a position');
  });
});
