import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../../../exit-codes';
import { ran } from '../../../host/host.spec';
import { run } from '../../../program';
import { inFolder } from '../examples.spec';
import { readRavenStack } from '../read-ravenstack';
import { writeExample } from './write-example';

const size = { accounts: 40, subscriptions: 200, seed: 1 };

function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

const exampleOf = (of: typeof size) =>
  inFolder({}, async (folder) => {
    await writeExample(folder, of);
    return filesOf(folder);
  });

const example = (...words: readonly string[]) => ran((host) => run(['example', ...words], host));

describe('an example', () => {
  it('is an export with nothing to reject, and with whatever a real one has', async () => {
    await inFolder({}, async (folder) => {
      await writeExample(folder, size);
      const { accounts, subscriptions, accountOf } = await readRavenStack(folder);
      expect(accounts).toMatchObject({ accepted: { length: 40 }, repeated: [], rejected: [] });
      expect(subscriptions).toMatchObject({ accepted: { length: 200 }, repeated: [], rejected: [] });
      const bought = subscriptions.accepted.map(({ values }) => values);
      expect(bought.some(({ start_date }) => start_date === '2024-02-29')).toBe(true);
      expect(bought.some(({ is_trial }) => is_trial)).toBe(true);
      expect(bought.some(({ end_date }) => end_date !== undefined)).toBe(true);
      expect(new Set(bought.map(({ billing_frequency }) => billing_frequency)).size).toBe(2);
      expect(bought.some(({ account_id }) => accountOf.get(account_id)?.referral_source === 'partner')).toBe(true);
      expect(bought.every((row) => row.start_date >= (accountOf.get(row.account_id)?.signup_date ?? '9'))).toBe(true);
    });
  });

  it('is the same for the same seed, and another for another', async () => {
    expect(await exampleOf(size)).toEqual(await exampleOf(size));
    expect(await exampleOf(size)).not.toEqual(await exampleOf({ ...size, seed: 2 }));
  });

  it('may be as small as one of each', async () => {
    await inFolder({}, async (folder) => {
      await writeExample(folder, { accounts: 1, subscriptions: 1, seed: 7 });
      expect((await readRavenStack(folder)).subscriptions.accepted).toHaveLength(1);
    });
  });
});

describe('renewals example', () => {
  it('says what it wrote', async () => {
    await inFolder({}, async (folder) => {
      const { exitCode, stdout } = await example(folder, '--accounts', '3', '--subscriptions', '5', '--json');
      expect(exitCode).toBe(exitCodes.done);
      expect(JSON.parse(stdout)).toEqual({ folder, accounts: 3, subscriptions: 5, seed: 1 });
      expect(Object.values(filesOf(folder)).map((file) => file.trim().split('\r\n').length - 1)).toEqual([3, 5]);
    });
  });

  it('may be repeated, but overwrites nobody’s files', async () => {
    await inFolder({}, async (folder) => {
      await example(folder);
      expect((await example(folder)).exitCode).toBe(exitCodes.done);
      writeFileSync(join(folder, 'subscriptions.csv'), 'mine');
      const refused = await example(folder);
      expect(refused).toMatchObject({ exitCode: exitCodes.badUsage, stdout: '' });
      expect(refused.stderr).toMatch('is there already');
      expect(readFileSync(join(folder, 'subscriptions.csv'), 'utf8')).toBe('mine');
    });
  });
});
