import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationFrom, DirectoryLock } from '@renewals/platform';
import { document, documents, folders, renewals } from '../command/renewals.spec';
import { aHost, ran } from '../host/host.spec';
import { run } from '../program';
import { importFolder } from './import-folder';
import { digest, example, importing, write } from './importing.spec';
import {
  accountHeader,
  accountLine,
  exportFiles,
  lines,
  subscriptionHeader,
  subscriptionLine,
} from './ravenstack/examples.spec';

const counts = {
  asOf: '2024-12-31',
  organizations: { created: 16, unchanged: 0 },
  licenses: { created: 80, unchanged: 0, active: 57, terminated: 10, trial: 1, expired: 12 },
  notYetStarted: 0,
  rejected: [],
  events: 516,
  seconds: expect.any(Number),
};

describe('renewals import', () => {
  it('brings organizations and licenses, and says how they stand at as-of', async () => {
    const into = await example();
    expect(await document(importing(into, '--virtual'))).toEqual(counts);
    const listed = await documents('licenses', '--data-dir', into.data);
    expect(listed.map(({ externalId }) => externalId)).toEqual(listed.map(({ externalId }) => externalId).toSorted());
    expect(listed).toHaveLength(80);
  });

  it('changes nothing the second time, and says so', async () => {
    const into = await example();
    await document(importing(into, '--virtual'));
    const before = await digest(into);
    expect(await document(importing(into))).toEqual({
      ...counts,
      organizations: { created: 0, unchanged: 16 },
      licenses: { ...counts.licenses, created: 0, unchanged: 80 },
      events: 0,
    });
    expect(await digest(into)).toEqual(before);
  });

  it('can be told to people', async () => {
    const { stdout, stderr, exitCode } = await renewals(...importing(await example(), '--virtual'));
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain('licenses              80 created,       0 unchanged\n');
  });

  it('leaves out what starts after as-of', async () => {
    const into = await example();
    const { licenses, notYetStarted } = (await document(importing(into, '--as-of', '2024-06-30'))) as typeof counts;
    expect(notYetStarted).toBeGreaterThan(0);
    expect(licenses.created + notYetStarted).toBe(80);
    expect(licenses.active + licenses.terminated + licenses.trial + licenses.expired).toBe(licenses.created);
  });

  it('comes to the same when it was stopped between any two steps', async () => {
    const [clean, stopped] = [await example(), await example()];
    await document(importing(clean, '--virtual'));
    const configuration = configurationFrom({ DATA_DIR: stopped.data });
    for (const atStep of [1, 2]) {
      let step = 0;
      const stopping = Object.assign(new AbortController().signal, {
        throwIfAborted: () => {
          if (++step === atStep) throw new Error('stopped');
        },
      });
      const imported = importFolder(stopped.input, { configuration, host: aHost(), stopping, virtual: true });
      await expect(imported).rejects.toThrow('stopped');
    }
    await document(importing(stopped));
    expect(await digest(stopped)).toEqual(await digest(clean));
  });

  it('stops at Ctrl-C and says how to go on', async () => {
    const into = await example();
    const outcome = await ran(async (host) => {
      const running = run(importing(into, '--virtual'), host);
      host.emit('SIGINT', 'SIGINT');
      await running;
      expect(host.eventNames()).toEqual([]);
    });
    expect(outcome).toEqual({
      stdout: '',
      stderr: 'Stopped. Run the same command again: it goes on where it stopped.\n',
      exitCode: 130,
    });
  });

  it('holds mail back in a real data directory only', async () => {
    const [real, virtual] = [await example(), await example()];
    await document(importing(real));
    await document(importing(virtual, '--virtual'));
    expect(await document(['go-live', '--dry-run', '--data-dir', real.data])).toMatchObject({ mail: 'held' });
    expect(await document(['go-live', '--dry-run', '--data-dir', virtual.data])).toMatchObject({ mail: 'never-held' });
  });
});

describe('a row', () => {
  it('that is bad goes to the rejects, and comes in when it is corrected', async () => {
    const into = folders();
    write(
      into.input,
      exportFiles({
        accounts: lines(accountHeader, accountLine(), accountLine({ account_id: 'A-2', country: 'XX' })),
        subscriptions: lines(
          subscriptionHeader,
          subscriptionLine(),
          subscriptionLine({ subscription_id: 'S-2', seats: '0' }),
          subscriptionLine({ subscription_id: 'S-3', account_id: 'A-2' }),
        ),
      }),
    );
    expect(await document(importing(into, '--rejects', into.rejects), 3)).toMatchObject({
      organizations: { created: 1 },
      licenses: { created: 1 },
      rejected: [
        { file: 'accounts.csv', line: 3, column: 'country' },
        { file: 'subscriptions.csv', line: 3, column: 'seats' },
        { file: 'subscriptions.csv', line: 4, column: 'account_id' },
      ],
    });

    for (const [file, bad, good] of [
      ['accounts.csv', ',XX,', ',DE,'],
      ['subscriptions.csv', 'Pro,0,', 'Pro,4,'],
    ] as const) {
      const rejected = readFileSync(join(into.rejects, file), 'utf8');
      expect(rejected).toContain(bad);
      writeFileSync(join(into.rejects, file), rejected.replace(bad, good));
    }
    expect(await document(importing({ ...into, input: into.rejects }))).toMatchObject({
      organizations: { created: 1, unchanged: 0 },
      licenses: { created: 2, unchanged: 0 },
      rejected: [],
    });
  });

  it('that is rejected is told to people in a sentence', async () => {
    const into = folders();
    write(into.input, exportFiles({ subscriptions: lines(subscriptionHeader, subscriptionLine({ seats: '0' })) }));
    const { stderr, exitCode } = await renewals(...importing(into));
    expect(exitCode).toBe(3);
    expect(stderr).toContain('subscriptions.csv line 2: seats "0" is not a whole number');
    expect(stderr).toContain('--rejects');
  });

  it('that was imported with other content is rejected, naming the column, and changes nothing', async () => {
    const into = folders();
    write(into.input);
    await document(importing(into));
    const before = await digest(into);
    write(
      into.input,
      exportFiles({
        accounts: lines(accountHeader, accountLine({ country: 'FR' })),
        subscriptions: lines(subscriptionHeader, subscriptionLine({ seats: '11' })),
      }),
    );
    expect(await document(importing(into), 3)).toMatchObject({
      organizations: { created: 0, unchanged: 0 },
      licenses: { created: 0, unchanged: 0 },
      rejected: [
        { line: 2, column: 'country', reason: expect.stringContaining('other content in column country: it was "DE"') },
        { line: 2, column: 'seats', reason: expect.stringContaining('other content in column seats: it was "10"') },
      ],
    });
    expect(await digest(into)).toEqual(before);
  });

  it('that says the same as an earlier one is unchanged, and is counted with its state', async () => {
    const into = folders();
    write(
      into.input,
      exportFiles({ subscriptions: lines(subscriptionHeader, subscriptionLine(), subscriptionLine()) }),
    );
    const expected = { licenses: { created: 1, unchanged: 1, active: 2 } };
    expect(await document(importing(into, '--dry-run'))).toMatchObject(expected);
    expect(await document(importing(into))).toMatchObject(expected);
  });

  it('whose account has an address that is taken is rejected, with its subscriptions', async () => {
    const into = folders();
    write(into.input);
    await document(importing(into));
    write(
      into.input,
      exportFiles({
        accounts: lines(accountHeader, accountLine({ account_id: 'a-1' })),
        subscriptions: lines(subscriptionHeader, subscriptionLine({ subscription_id: 'S-2', account_id: 'a-1' })),
      }),
    );
    expect(await document(importing(into), 3)).toMatchObject({
      licenses: { created: 0 },
      rejected: [
        { file: 'accounts.csv', line: 2, column: null },
        { file: 'subscriptions.csv', line: 2, column: 'account_id' },
      ],
    });
  });
});

describe('renewals import --dry-run', () => {
  it('counts the same and writes nothing', async () => {
    const into = await example();
    const dry = await document(importing(into, '--virtual', '--dry-run', '--rejects', into.rejects));
    expect(dry).toEqual({ ...counts, events: 0 });
    expect([into.data, into.rejects].filter((folder) => existsSync(folder))).toEqual([]);
  });

  it('tells what is there already, beside a process that writes', async () => {
    const into = folders();
    write(into.input);
    await document(importing(into));
    const held = DirectoryLock.acquire(into.data);
    write(
      into.input,
      exportFiles({
        subscriptions: lines(subscriptionHeader, subscriptionLine(), subscriptionLine({ subscription_id: 'S-2' })),
      }),
    );
    expect(await document(importing(into, '--dry-run'))).toMatchObject({
      organizations: { created: 0, unchanged: 1 },
      licenses: { created: 1, unchanged: 1, active: 2 },
      events: 0,
    });
    held.release();
    expect(await documents('licenses', '--data-dir', into.data)).toHaveLength(1);
  });
});

describe('an import that cannot be done', () => {
  it.each([
    ['a missing file', { 'accounts.csv': lines(accountHeader, accountLine()) }],
    ['a missing column', exportFiles({ accounts: lines('account_id') })],
    ['another encoding', exportFiles({ accounts: Buffer.from('\ufeffaccount_id', 'utf16le') })],
  ])('writes nothing: %s', async (_what, files) => {
    const into = folders();
    write(into.input, files);
    expect(await renewals(...importing(into))).toMatchObject({ stdout: '', exitCode: 2 });
    expect(existsSync(into.data)).toBe(false);
  });

  it('writes nothing: another process writes to the directory', async () => {
    const into = folders();
    write(into.input);
    await document(importing(into));
    const held = DirectoryLock.acquire(into.data);
    const { stderr, exitCode } = await renewals(...importing(into));
    held.release();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is writing to the data directory');
  });

  it('writes nothing: no row was accepted, so nobody knows as of when', async () => {
    const into = folders();
    write(into.input, exportFiles({ accounts: lines(accountHeader), subscriptions: lines(subscriptionHeader) }));
    expect(await document(importing(into))).toMatchObject({ asOf: null, licenses: { created: 0 }, events: 0 });
    expect(existsSync(into.data)).toBe(false);
  });

  it.each([
    ['an unknown policy', ['--policy', 'nobody'], 'There is no policy nobody'],
    ['an as-of that is no day', ['--as-of', '2024-02-30'], 'is no date'],
    ['a seed of a real directory', ['--seed', '2'], 'Only a virtual data directory has a seed'],
    ['another format', ['--format', 'xls'], 'Allowed choices are ravenstack'],
  ])('is refused: %s', async (_what, options, sentence) => {
    const into = folders();
    write(into.input);
    const { stderr, exitCode } = await renewals(...importing(into, ...options));
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
    expect(existsSync(into.data)).toBe(false);
  });
});
