import { derivedId } from '@renewals/platform';
import { licenseId } from '../support/samples';
import { Served } from './served';

/** What a newer version of this program may have written. */
const unknown = [
  ['an event of a type that nobody knows', { type: 'LicensePledged', schema: 1 }],
  ['an event in a shape that is newer', { type: 'LicenseIssued', schema: 99 }],
] as const;

describe.each(unknown)('%s', (_what, { type, schema }) => {
  let served: Served;
  const id = derivedId('unreadable', type);
  beforeEach(async () => {
    served = await Served.begin();
    await served.imported('acme', { reader: {} });
    const metadata = {
      schema,
      commandId: id,
      $correlationId: id,
      $causationId: id,
      actor: { type: 'sales', id: 'sam' },
      occurredAt: '2025-12-01T12:00:00.000Z',
      recordedAt: '2025-12-01T12:00:00.000Z',
      previousHash: '0'.repeat(64),
    };
    await served.infrastructure.store.append(`license-${id}`, 'no-stream', [{ id, type, data: {}, metadata }]);
  });
  afterEach(() => served.close());

  it('refuses every command on that stream, and writes nothing', async () => {
    const end = await served.infrastructure.store.lastPosition();
    const { status, body } = await served
      .as('sales')
      .post('/renewals', { lines: [{ licenseId: id, currentExpiresOn: '2026-03-11' }] });
    expect([status, body.code]).toEqual([409, 'UNREADABLE_HISTORY']);
    expect(body.detail).toMatch(/Nothing was written: ask the operator .+ newer version/);
    expect(await served.infrastructure.store.lastPosition()).toBe(end);
  });

  it('stops the views that would need it, which say so, and leaves the other streams to be worked on', async () => {
    const stopped = async () => {
      const { body } = await served.http.get('/ready');
      return (body.projections as { name: string; stopped: boolean }[]).filter((one) => one.stopped);
    };
    while ((await stopped()).length === 0) await new Promise(setImmediate);
    const { body } = await served.http.get('/ready').expect(503);
    expect(body.detail).toMatch(/licenses/);

    const lines = [{ licenseId: licenseId('reader'), currentExpiresOn: '2026-03-11' }];
    await served.as('sales').post('/renewals', { lines }).expect(201);
    const events = await served.infrastructure.store.readStream(`license-${id}`);
    expect(events).toMatchObject([{ type }]);
  });
});
