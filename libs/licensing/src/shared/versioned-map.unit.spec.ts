import fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs';
import { VersionedMap } from './versioned-map';

describe('a versioned map', () => {
  it('stays as it is when the next version differs', () => {
    const one = VersionedMap.of(['ann', 1]);
    const two = one.with('bob', 2);
    const three = two.without('ann');
    expect([...three]).toEqual([['bob', 2]]);
    expect([...two.keys()]).toEqual(['ann', 'bob']);
    expect(one.has('bob')).toBe(false);
    expect([one.size, two.size, three.size]).toEqual([1, 2, 1]);
  });

  it('is, at every version and in any order of reading, what a copied Map would be', () => {
    const step = fc.record({ from: fc.nat(), key: fc.nat(5), value: fc.option(fc.nat()), reads: fc.nat() });
    const property = fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const versions = [{ map: VersionedMap.of<number, number>(), copy: new Map<number, number>() }];
      for (const { from, key, value, reads } of steps) {
        // Mostly the newest goes on, as in a fold; now and then an older one does.
        const before = versions[from % 4 === 0 ? from % versions.length : versions.length - 1];
        if (!before) continue;
        const copy = new Map(before.copy);
        if (value === null) copy.delete(key);
        else copy.set(key, value);
        const map = value === null ? before.map.without(key) : before.map.with(key, value);
        versions.push({ map, copy });
        const read = versions[reads % versions.length];
        expect([...(read?.map ?? [])]).toEqual([...(read?.copy ?? [])]);
      }
      for (const { map, copy } of versions) expect([...map.entries()]).toEqual([...copy]);
    });
    fc.assert(property, propertyRuns(200, 5_000));
  });

  it('costs a change the same however many came before', () => {
    const changes = 200_000;
    let map = VersionedMap.of<number, number>();
    for (let key = 0; key < changes; key += 1) map = map.with(key, key).with(0, map.get(key - 1) ?? 0);
    expect(map.size).toBe(changes);
  });
});
