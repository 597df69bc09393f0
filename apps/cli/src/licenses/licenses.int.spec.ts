import { DatabaseSync } from '@photostructure/sqlite';
import { DataDirectory, DirectoryLock } from '@renewals/platform';
import { documents, folders, renewals } from '../command/renewals.spec';
import { importedExample } from '../import/importing.spec';

describe('renewals licenses', () => {
  let data: string;
  const licenses = (...options: readonly string[]) => documents('licenses', '--data-dir', data, ...options);

  beforeAll(async () => {
    ({ data } = await importedExample());
  });

  it('lists each as it is, sorted by external id', async () => {
    const listed = await licenses();
    expect(listed).toHaveLength(80);
    expect(listed[0]).toEqual({
      license: expect.stringMatching(/^[0-9a-f-]{36}$/),
      externalId: 'S-000000',
      organization: expect.stringMatching(/^[0-9a-f-]{36}$/),
      product: expect.any(String),
      kind: 'annual',
      status: 'active',
      period: expect.stringMatching(/^P1[MY]$/),
      anchor: expect.any(String),
      n: expect.any(Number),
      startsOn: expect.any(String),
      expiresOn: expect.any(String),
      endsAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      zone: expect.any(String),
      quota: expect.any(Number),
      policy: 'dynamsoft',
    });
    const ids = listed.map(({ externalId }) => externalId);
    expect(ids).toEqual(ids.toSorted());
  });

  it.each([
    ['active', 57],
    ['terminated', 10],
    ['trial', 1],
    ['expired', 12],
  ])('lists only those that are %s', async (status, count) => {
    const listed = await licenses('--status', status);
    expect(new Set(listed.map((license) => license['status']))).toEqual(new Set([status]));
    expect(listed).toHaveLength(count);
  });

  it('lists only those that expire before a day', async () => {
    const all = await licenses();
    const due = await licenses('--due-before', '2025-01-15');
    expect(due.length).toBeGreaterThan(0);
    expect(due).toEqual(all.filter(({ expiresOn }) => String(expiresOn) < '2025-01-15'));
  });

  it('is a table for people', async () => {
    const { stdout } = await renewals('licenses', '--data-dir', data, '--status', 'trial');
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^external id +product +status +quota +period +starts on +expires on +zone$/),
      expect.stringMatching(/^S-[0-9a-f]{6} .* trial .* P30D /),
      '',
    ]);
  });

  it('is read beside a process that writes', async () => {
    const held = DirectoryLock.acquire(data);
    expect(await licenses()).toHaveLength(80);
    held.release();
  });

  it('catches up first when nobody writes and a killed process left the view behind', async () => {
    const { views } = new DataDirectory(data);
    const database = new DatabaseSync(views);
    database.exec('DELETE FROM license; DELETE FROM checkpoint');
    database.close();
    expect(await licenses()).toHaveLength(80);
  });

  it.each([
    ['a directory that is not there', ['--data-dir', folders().data], 'There is no data directory'],
    ['an unknown status', ['--status', 'sleeping'], 'Allowed choices are issued'],
    ['a day that is none', ['--due-before', 'tomorrow'], 'is no date'],
  ])('refuses %s', async (_what, options, sentence) => {
    const { stderr, exitCode } = await renewals('licenses', '--data-dir', data, ...options);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
