import { DatabaseSync } from '@photostructure/sqlite';
import { DataDirectory } from '@renewals/platform';
import { document, documents, folders, renewals } from '../command/renewals.spec';
import { ran } from '../host/host.spec';
import { importedExample } from '../import/importing.spec';
import { run } from '../program';

const names = ['licenses', 'upcoming-renewals', 'reminder-decisions', 'deadlines', 'outbox'];

describe('renewals rebuild', () => {
  let data: string;
  const licenses = () => documents('licenses', '--data-dir', data);

  beforeAll(async () => {
    ({ data } = await importedExample());
  });

  it('builds a view from the events alone, and puts the one before back', async () => {
    const before = await licenses();
    const database = new DatabaseSync(new DataDirectory(data).views);
    database.exec('UPDATE license SET quota = quota + 1');
    database.close();
    const wrong = await licenses();
    expect(wrong).not.toEqual(before);

    expect(await document(['rebuild', 'licenses', '--data-dir', data])).toEqual({
      rebuilt: [{ view: 'licenses', events: expect.any(Number) }],
    });
    expect(await licenses()).toEqual(before);
    await document(['rebuild', 'licenses', '--rollback', '--data-dir', data]);
    expect(await licenses()).toEqual(wrong);
    await document(['rebuild', 'licenses', '--data-dir', data]);
    expect(await licenses()).toEqual(before);
  });

  it('builds every view, and can do so again', async () => {
    const before = await licenses();
    for (const _time of ['first', 'second']) {
      const { rebuilt } = (await document(['rebuild', '--data-dir', data])) as { rebuilt: { view: string }[] };
      expect(rebuilt.map(({ view }) => view)).toEqual(expect.arrayContaining(names));
    }
    expect(await licenses()).toEqual(before);
    const database = new DatabaseSync(new DataDirectory(data).views, { readOnly: true });
    const indexes = database
      .prepare("SELECT count(*) AS count FROM sqlite_master WHERE tbl_name = 'license' AND sql LIKE 'create index%'")
      .get();
    database.close();
    expect(indexes).toMatchObject({ count: 2 });
  });

  it('stops at Ctrl-C and leaves the view as it was', async () => {
    const before = await licenses();
    const outcome = await ran((host) => {
      const running = run(['rebuild', 'licenses', '--data-dir', data], host);
      host.emit('SIGTERM', 'SIGTERM');
      return running;
    });
    expect(outcome).toMatchObject({ exitCode: 143, stderr: expect.stringContaining('Run the same command again') });
    expect(await licenses()).toEqual(before);
  });

  it.each([
    ['an unknown view', ['nothing'], 'There is no view nothing. The views are: licenses'],
    ['to put back no view in particular', ['--rollback'], 'Name the view to put back'],
    [
      'to put back what never was',
      ['outbox', '--rollback', '--data-dir', folders().data],
      'There is no data directory',
    ],
  ])('refuses %s', async (_what, words, sentence) => {
    const { stderr, exitCode } = await renewals('rebuild', '--data-dir', data, ...words);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
  });

  it('refuses to put a view back that was not rebuilt', async () => {
    const fresh = await importedExample();
    const { stderr, exitCode } = await renewals('rebuild', 'licenses', '--rollback', '--data-dir', fresh.data);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is nothing to roll back to');
    expect(await documents('licenses', '--data-dir', fresh.data)).toHaveLength(80);
  });
});
