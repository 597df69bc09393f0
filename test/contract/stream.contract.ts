import type { JsonObject } from '@renewals/event-store';
import { type Given, idsOf } from './under-test';

export function streamContract({ store, sample }: Given): void {
  const revisions = async (...[range]: [Parameters<ReturnType<typeof store>['readStream']>[1]]): Promise<number[]> => {
    const stream = sample.stream();
    await store().append(stream, 'no-stream', sample.events(5));
    return (await store().readStream(stream, range)).map(({ revision }) => revision);
  };

  it.each([
    [{}, [0, 1, 2, 3, 4]],
    [{ direction: 'backwards' }, [4, 3, 2, 1, 0]],
    [{ from: 2 }, [2, 3, 4]],
    [{ from: 2, limit: 2 }, [2, 3]],
    [{ direction: 'backwards', from: 2 }, [2, 1, 0]],
    [{ direction: 'backwards', limit: 1 }, [4]],
    [{ direction: 'backwards', from: 3, limit: 2 }, [3, 2]],
    [{ from: 5 }, []],
    [{ from: 99 }, []],
    [{ direction: 'backwards', from: 99, limit: 2 }, [4, 3]],
    [{ limit: 0 }, []],
    [{ limit: 99 }, [0, 1, 2, 3, 4]],
  ] as const)('of 5 events, %j gives %j', async (range, expected) => {
    expect(await revisions(range)).toEqual(expected);
  });

  it.each(['forwards', 'backwards'] as const)('a stream that does not exist is empty, read %s', async (direction) => {
    expect(await store().readStream(sample.stream(), { direction })).toEqual([]);
    expect(await store().readStream(`${sample.category()}-käufer-🙂`, { direction, limit: 1 })).toEqual([]);
  });

  it('gives an event back exactly as it was appended', async () => {
    const stream = sample.stream();
    const event = { ...sample.event({ n: 1 }), type: 'GrößeΩ🙂', metadata: { $correlationId: 'c', by: 'Änne' } };
    await store().append(stream, 'no-stream', [event]);
    const [stored] = await store().readStream(stream);
    expect(stored).toEqual({ ...event, stream, revision: 0, position: stored?.position });
  });

  const bodies: readonly (readonly [string, JsonObject])[] = [
    ['nothing', {}],
    ['null', { a: null }],
    ['nested values', { a: [1, 'zwei', { drei: [[], {}] }], b: { c: { d: true } } }],
    ['numbers at their limits', { a: Number.MAX_SAFE_INTEGER, b: -0.1, c: 1e21, d: 5e-324 }],
    ['text of every kind', { a: 'käufer Ω 🙂 \u0000 \u2028 " \\', 'ключ "🙂"': 'x' }],
    ['names that objects have', { constructor: 'x', toString: 'y', hasOwnProperty: 1 }],
  ];
  it.each(bodies)('keeps data with %s', async (_, data) => {
    const stream = sample.stream();
    await store().append(stream, 'no-stream', [sample.event(data)]);
    expect((await store().readStream(stream))[0]?.data).toEqual(data);
  });

  it.each(['käufer-Ω-🙂', 'with blank and / slash', 'x'.repeat(300), 'a-b-c'])(
    'keeps a stream named …%s',
    async (name) => {
      const stream = `${sample.category()}-${name}`;
      const events = sample.events(2);
      await store().append(stream, 'no-stream', events);
      const stored = await store().readStream(stream);
      expect(idsOf(stored)).toEqual(idsOf(events));
      expect(stored[0]?.stream).toBe(stream);
    },
  );

  it('keeps a large append', async () => {
    const stream = sample.stream();
    const text = 'x'.repeat(300_000);
    await store().append(
      stream,
      'no-stream',
      [1, 2, 3].map((n) => sample.event({ n, text })),
    );
    expect((await store().readStream(stream)).map(({ data }) => data['text'] === text)).toEqual([true, true, true]);
  });

  it('keeps a long stream', async () => {
    const stream = sample.stream();
    const events = sample.events(1_500);
    await store().append(stream, 'no-stream', events);
    expect(idsOf(await store().readStream(stream))).toEqual(idsOf(events));
  });
}
