import { DatabaseSync } from '@photostructure/sqlite';
import { DataDirectory, DirectoryLock } from '@renewals/platform';
import { document, documents, renewals } from '../command/renewals.spec';
import { importedExample } from '../import/importing.spec';

describe('what is parked', () => {
  let data: string;
  let deadline: string;
  const mail = 'reminder|license|l-1|2025-01-30|30|c-1';
  const parked = () => documents('parked', '--data-dir', data);

  beforeAll(async () => {
    ({ data } = await importedExample());
    const database = new DatabaseSync(new DataDirectory(data).views);
    ({ key: deadline } = database.prepare('SELECT min(key) AS key FROM deadline').get() as { key: string });
    const at = Date.parse('2025-01-02T09:00:00Z');
    database
      .prepare("UPDATE deadline SET parkedAt = ?, attempts = 8, lastError = 'no such policy' WHERE key = ?")
      .run(at, deadline);
    database
      .prepare(
        `INSERT INTO outbox (key, mailing, awaited, recipient, eventId, correlationId,
           createdAt, nextAttemptAt, attempts, parkedAt, lastError)
         VALUES (?, 'reminder|license|l-1|2025-01-30|30', 0, 'c-1', 'e-1', 'e-1', ?, ?, 8, ?, 'refused')`,
      )
      .run(mail, at, at, at);
    database.close();
  });

  it('is listed with its error', async () => {
    const common = { parkedAt: '2025-01-02T09:00:00Z', attempts: 8 };
    expect(await parked()).toEqual([
      { kind: 'deadline', key: deadline, ...common, error: 'no such policy' },
      { kind: 'mail', key: mail, ...common, error: 'refused' },
    ]);
    expect((await renewals('parked', '--data-dir', data)).stdout).toContain('no such policy');
  });

  it('is put back by its key', async () => {
    expect(await document(['replay', mail, '--data-dir', data])).toEqual({ replayed: mail });
    expect((await parked()).map(({ key }) => key)).toEqual([deadline]);
    expect(await renewals('replay', deadline, '--data-dir', data)).toMatchObject({ exitCode: 0 });
    expect(await parked()).toEqual([]);
  });

  it('is not put back under another key', async () => {
    const { stderr, exitCode } = await renewals('replay', 'nothing', '--data-dir', data);
    expect({ stderr, exitCode }).toEqual({
      stderr: 'Nothing is parked under the key nothing. What is: renewals parked.\n',
      exitCode: 2,
    });
  });

  it('is not put back beside a process that writes', async () => {
    const held = DirectoryLock.acquire(data);
    expect(await renewals('replay', mail, '--data-dir', data)).toMatchObject({ exitCode: 2 });
    held.release();
  });
});
