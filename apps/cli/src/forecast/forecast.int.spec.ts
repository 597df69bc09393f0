import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@renewals/platform';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { document, documents, renewals } from '../command/renewals.spec';
import { exitCodes } from '../exit-codes';
import { digest, importedExample } from '../import/importing.spec';

describe('renewals forecast', () => {
  let data: string;
  beforeAll(async () => {
    ({ data } = await importedExample());
  });

  const forecast = (...options: readonly string[]) => ['forecast', '--data-dir', data, ...options];
  const quarter = ['--from', '2025-01-01', '--to', '2025-03-31'];

  function policyFile(name: string, ...[old, other]: readonly [string, string]): string {
    const file = join(temporaryDirectory(), name);
    copyFileSync(join(packageRoot(), 'config', 'policies', 'dynamsoft.yaml'), file);
    writeFileSync(file, readFileSync(file, 'utf8').replace(old, other));
    return file;
  }

  it('shows by day, vendor and offset what goes out, and changes nothing', async () => {
    const before = await digest({ input: '', data, rejects: '' });
    const lines = await documents(...forecast(...quarter));
    expect(lines.length).toBeGreaterThan(10);
    const { stdout } = await renewals(...forecast(...quarter));
    expect(stdout.split('\n')[0]).toBe('From 2025-01-01 to 2025-03-31, if nobody acts');
    const mails = new Set(lines.map(({ mail }) => mail)).size;
    expect(stdout).toContain(`Reminders ${lines.length}, in mails ${mails}`);
    expect(stdout).toMatch(/^2025-0\d-\d\d +Dynamsoft +\d+ +\d+ +\d+$/m);
    expect(await digest({ input: '', data, rejects: '' })).toEqual(before);
  });

  it('is what a simulation then sends when nobody acts', async () => {
    const { data: copy } = await importedExample();
    const lines = await documents('forecast', '--data-dir', copy, ...quarter);
    const simulated = ['simulate', '--data-dir', copy, '--scenario', 'none', '--to', '2025-03-31'];
    const table = (await document(simulated)) as { mails: number };
    const sent = (await documents('reminders', '--data-dir', copy)).filter(({ outcome }) => outcome === 'sent');
    const nameOf = (line: Record<string, unknown>) =>
      `${String(line['license'])} ${String(line['expiresOn'])} ${String(line['offset'])} ${String(line['contactId'])}`;
    expect(sent.map(nameOf).sort()).toEqual(lines.map(nameOf).sort());
    expect(table.mails).toBe(new Set(lines.map(({ mail }) => mail)).size);
  });

  it('shows what another policy changes', async () => {
    const file = policyFile('dynamsoft.yaml', '[90, 60, 30, 14, 7, 0]', '[90, 45, 30, 14, 7, 0]');
    const lines = await documents(...forecast(...quarter, '--policy', file));
    const changed = (change: string) =>
      new Set(lines.filter((line) => line['change'] === change).map(({ offset }) => offset));
    expect(changed('added')).toEqual(new Set([45]));
    expect(changed('gone')).toEqual(new Set([60]));
    expect(changed('moved')).toEqual(new Set());
    const { stdout } = await renewals(...forecast(...quarter, '--policy', file));
    expect(stdout).toMatch(/^Added \d+, gone \d+, moved 0, against today$/m);
    const later = policyFile('dynamsoft.yaml', 'hour: 9', 'hour: 10');
    const moved = await documents(...forecast(...quarter, '--policy', later));
    expect(new Set(moved.map(({ change }) => change))).toEqual(new Set(['moved']));
    expect(moved[0]).toMatchObject({ movedFrom: expect.stringMatching(/Z$/) });
  });

  it.each([
    [['--from', '2025-02-01', '--to', '2025-01-01'], '--from 2025-02-01 lies after --to 2025-01-01.'],
    [['--from', '2024-01-01', '--to', '2025-01-01'], '--from 2024-01-01 lies before it.'],
    [['--from', 'soon', '--to', '2025-01-01'], 'soon'],
    [['--to', '2025-01-01'], '--from'],
    [[...quarter, '--policy', '/nowhere/dynamsoft.yaml'], 'dynamsoft.yaml'],
  ])('says what is wrong with %j', async (words, says) => {
    const { exitCode, stderr } = await renewals(...forecast(...words));
    expect(exitCode).toBe(exitCodes.badUsage);
    expect(stderr).toContain(says);
  });

  it('says how to name the policy file', async () => {
    const file = policyFile('new-policy.yaml', 'hour: 9', 'hour: 10');
    const { exitCode, stderr } = await renewals(...forecast(...quarter, '--policy', file));
    expect(exitCode).toBe(exitCodes.badUsage);
    expect(stderr).toContain('Name the file as the one that it changes: dynamsoft.yaml, lansweeper.yaml.');
  });
});
