import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { RevisionConflict, StoreUnavailable } from '../errors';
import { START } from '../port';
import { GroupCommit } from './group-commit';
import { SqliteEventStore } from './sqlite-event-store';

const happened = (id: string) => ({ id, type: 'ThingHappened', data: {}, metadata: { schema: 1 } });

/** A durable table of words, and every statement that begins or ends a transaction on it. */
function givenWords() {
  const database = new DatabaseSync(join(temporaryDirectory(), 'words.db'));
  database.exec('CREATE TABLE word (text TEXT PRIMARY KEY)');
  const insert = database.prepare('INSERT INTO word VALUES (?)');
  const statements: string[] = [];
  const exec = (sql: string) => {
    statements.push(sql);
    database.exec(sql);
  };
  let raised = 0;
  const write = (word: string) => (word === '' ? new Error('no word') : void insert.run(word));
  const commits = new GroupCommit(
    Object.create(database, { exec: { value: exec } }) as typeof database,
    write,
    () => (raised += 1),
  );
  const words = () => database.prepare('SELECT text FROM word').all().length;
  return { commits, statements, words, raised: () => raised };
}

describe('what is written in one turn', () => {
  it('is committed together, and each is answered for itself', async () => {
    const { commits, statements, words, raised } = givenWords();
    const outcomes = await Promise.allSettled(['a', '', 'b'].map((word) => commits.submit(word)));

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(statements).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
    expect([words(), raised()]).toEqual([2, 1]);
  });

  it('fails together when it cannot be committed, and nothing of it happened', async () => {
    const { commits, statements, words, raised } = givenWords();
    const outcomes = await Promise.allSettled(['a', 'b', 'a'].map((word) => commits.submit(word)));

    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: expect.any(StoreUnavailable) });
    expect(statements).toEqual(['BEGIN IMMEDIATE', 'ROLLBACK']);
    expect([words(), raised()]).toEqual([0, 0]);
    await commits.submit('a');
    expect(words()).toBe(1);
  });
});

describe('a log in a file', () => {
  const given = () => join(temporaryDirectory(), 'events.db');

  it('fsyncs each commit: answered means it survives a power cut', async () => {
    const file = given();
    const store = SqliteEventStore.open(file);
    await store.append('thing-1', 'no-stream', [happened('a')]);
    const beside = new DatabaseSync(file);
    expect(beside.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    const { database } = store as unknown as { database: InstanceType<typeof DatabaseSync> };
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    await store.close();
  });

  it('is read by others while it is written', async () => {
    const file = given();
    const writer = SqliteEventStore.open(file);
    const reader = SqliteEventStore.open(file, { readOnly: true });
    expect(await reader.readAll({ after: START })).toMatchObject({ events: [], caughtUp: true });
    await writer.append('thing-1', 'no-stream', [happened('a')]);
    expect((await reader.readStream('thing-1')).map(({ id }) => id)).toEqual(['a']);
    await expect(reader.append('thing-1', 0, [happened('b')])).rejects.toThrow(StoreUnavailable);
    await Promise.all([reader.close(), writer.close()]);
  });

  it('loses no append to another in the same turn that is in conflict', async () => {
    const store = SqliteEventStore.open(given());
    const appends = ['a', 'b'].map((id) => store.append('thing-1', 'no-stream', [happened(id)]));
    appends.push(store.append('thing-2', 'no-stream', [happened('c')]));
    const [first, second, third] = await Promise.allSettled(appends);

    expect(second).toMatchObject({ reason: expect.any(RevisionConflict) });
    expect([first?.status, third?.status]).toEqual(['fulfilled', 'fulfilled']);
    expect((await store.readAll({ after: START })).events.map(({ id }) => id)).toEqual(['a', 'c']);
    await store.close();
  });

  it('stores what was asked for before it is closed', async () => {
    const file = given();
    const store = SqliteEventStore.open(file);
    const appending = store.append('thing-1', 'no-stream', [happened('a')]);
    await store.close();
    await appending;
    const again = SqliteEventStore.open(file);
    expect(await again.readStream('thing-1')).toHaveLength(1);
    await again.close();
  });
});
