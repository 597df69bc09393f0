import { createHash } from 'node:crypto';
import { hashOf } from './hash';

const event = {
  stream: 'order-1',
  revision: 0,
  id: '6f1c2f0e-0b52-5d43-8f7e-2a1c3b0d9e11',
  type: 'OrderPlaced',
  data: { total: 1e21, name: 'Ä€"', empty: [], nested: { b: 1, a: null } },
  metadata: { previousHash: '0'.repeat(64), schema: 1 },
};

/** Written by hand from RFC 8785: members sorted, no spaces, numbers as in ECMAScript. */
const canonical =
  '{"data":{"empty":[],"name":"Ä€\\"","nested":{"a":null,"b":1},"total":1e+21},' +
  '"eventId":"6f1c2f0e-0b52-5d43-8f7e-2a1c3b0d9e11",' +
  `"metadata":{"previousHash":"${'0'.repeat(64)}","schema":1},` +
  '"revision":0,"stream":"order-1","type":"OrderPlaced"}';

describe('rule 17: the hash of an event', () => {
  it('is SHA-256 over its canonical JSON', () =>
    expect(hashOf(event)).toBe(createHash('sha256').update(canonical, 'utf8').digest('hex')));

  it('does not depend on the order in which a store hands its members over', () => {
    const { metadata, data, ...rest } = event;
    const { nested, empty, name, total } = data;
    expect(hashOf({ metadata, data: { nested, empty, name, total }, ...rest })).toBe(hashOf(event));
  });

  it.each([
    ['stream', { stream: 'order-2' }],
    ['revision', { revision: 1 }],
    ['id', { id: 'another' }],
    ['type', { type: 'OrderPlaced2' }],
    ['data', { data: { ...event.data, total: 1 } }],
    ['metadata', { metadata: { ...event.metadata, schema: 2 } }],
  ])('is another when its %s is', (_member, change) => expect(hashOf({ ...event, ...change })).not.toBe(hashOf(event)));
});
