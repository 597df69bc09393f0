import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { SqliteEventStore } from '@renewals/event-store';
import { contactAdded, orderPlaced } from '../examples/events.spec';
import { WrittenLog } from '../examples/written-log.spec';
import { digestOf } from './digest';
import { verifyChains } from './verify-chains';

const contacts = ['ann', 'bob', 'eve'].map((name) => contactAdded(name));

describe('the embedded file, edited by hand (rule 17)', () => {
  let folder: string;
  let store: SqliteEventStore;
  const file = () => join(folder, 'events.sqlite');

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'audit-'));
    store = SqliteEventStore.open(file());
    await new WrittenLog(store).write('order-order', [orderPlaced('order'), ...contacts]);
  });

  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  function edit(sql: string): void {
    const database = new DatabaseSync(file());
    database.exec(sql);
    database.close();
  }

  it('verifies while nobody has', async () => {
    expect(await verifyChains(store)).toEqual({ verified: 4, streams: 1, broken: [] });
  });

  it('shows one changed byte', async () => {
    edit(`UPDATE event SET data = replace(data, '"ann"', '"anm"') WHERE revision = 1`);
    expect((await verifyChains(store)).broken).toEqual([
      { stream: 'order-order', revision: 2, reason: 'hash-mismatch' },
    ]);
  });

  it('shows a dropped event', async () => {
    edit('DELETE FROM event WHERE revision = 2');
    expect((await verifyChains(store)).broken).toEqual([
      { stream: 'order-order', revision: 3, reason: 'missing-events' },
    ]);
  });

  it('shows a dropped event whose gap was closed', async () => {
    edit('DELETE FROM event WHERE revision = 2; UPDATE event SET revision = 2 WHERE revision = 3');
    expect((await verifyChains(store)).broken).toEqual([
      { stream: 'order-order', revision: 2, reason: 'hash-mismatch' },
    ]);
  });

  it('shows two swapped events', async () => {
    edit(`UPDATE event SET revision = 9 WHERE revision = 1; UPDATE event SET revision = 1 WHERE revision = 2;
          UPDATE event SET revision = 2 WHERE revision = 9`);
    expect((await verifyChains(store)).broken).not.toEqual([]);
  });

  it('shows a changed last event by its digest only', async () => {
    const before = await digestOf(store);
    edit(`UPDATE event SET data = replace(data, '"eve"', '"eva"') WHERE revision = 3`);
    expect((await verifyChains(store)).broken).toEqual([]);
    expect((await digestOf(store)).digest).not.toBe(before.digest);
  });
});
