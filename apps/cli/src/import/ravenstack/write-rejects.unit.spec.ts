import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accountHeader,
  accountLine,
  exportFiles,
  inFolder,
  subscriptionHeader,
  subscriptionLine,
} from './examples.spec';
import { readRavenStack } from './read-ravenstack';
import { prepareRejectsFolder, writeRejects } from './write-rejects';

async function rejectsOf(folder: string): Promise<string> {
  const rejects = join(folder, 'made', 'rejects');
  await prepareRejectsFolder(folder, rejects);
  const { accounts, subscriptions } = await readRavenStack(folder);
  await writeRejects(folder, rejects, [...accounts.rejected, ...subscriptions.rejected]);
  return rejects;
}

describe('the rejects folder', () => {
  it('has the rejected lines byte by byte, each file under its header', async () => {
    const bad = Buffer.concat([
      Buffer.from(`${subscriptionLine({ subscription_id: 'S-2', seats: '0' })}\r\n`),
      Buffer.from(`${subscriptionLine({ subscription_id: 'S-3', plan_tier: 'Größe' })}\n`, 'latin1'),
    ]);
    const last = subscriptionLine({ subscription_id: 'S-4', plan_tier: '"Pro' });
    const header = `\ufeff${subscriptionHeader}\r\n`;
    const subscriptions = Buffer.concat([
      Buffer.from(`${header}${subscriptionLine()}\r\n`),
      bad,
      Buffer.from(`${subscriptionLine()}\r\n${last}`),
    ]);
    await inFolder(exportFiles({ subscriptions }), async (folder) => {
      const rejects = await rejectsOf(folder);
      expect(readdirSync(rejects).sort()).toEqual(['accounts.csv', 'subscriptions.csv']);
      expect(readFileSync(join(rejects, 'accounts.csv'), 'utf8')).toBe(`${accountHeader}\n`);
      expect(readFileSync(join(rejects, 'subscriptions.csv'))).toEqual(
        Buffer.concat([Buffer.from(header), bad, Buffer.from(last)]),
      );
    });
  });

  it('is an input of its own once its lines are corrected', async () => {
    const accounts = `${accountHeader}\n${accountLine({ country: 'XX' })}\n`;
    await inFolder(exportFiles({ accounts }), async (folder) => {
      const rejects = await rejectsOf(folder);
      const path = join(rejects, 'accounts.csv');
      writeFileSync(path, readFileSync(path, 'utf8').replace('XX', 'FR'));
      const corrected = await readRavenStack(rejects);
      expect([corrected.accounts, corrected.subscriptions].map(({ accepted }) => accepted.length)).toEqual([1, 1]);
      expect([corrected.accounts, corrected.subscriptions].map(({ rejected }) => rejected.length)).toEqual([0, 0]);
    });
  });

  it('keeps nothing of an earlier run', async () => {
    await inFolder(exportFiles({ accounts: `${accountHeader}\nbad\n` }), async (folder) => {
      await rejectsOf(folder);
      writeFileSync(join(folder, 'accounts.csv'), `${accountHeader}\n${accountLine()}\n`);
      const rejects = await rejectsOf(folder);
      expect(readFileSync(join(rejects, 'accounts.csv'), 'utf8')).toBe(`${accountHeader}\n`);
      expect(readFileSync(join(rejects, 'subscriptions.csv'), 'utf8')).toBe(`${subscriptionHeader}\n`);
    });
  });

  it('cannot be the input, however it is named', async () => {
    await inFolder(exportFiles(), async (folder) => {
      mkdirSync(join(folder, 'sub'));
      await expect(prepareRejectsFolder(folder, join(folder, 'sub', '..'))).rejects.toThrow('would overwrite');
    });
  });

  it('cannot be a file', async () => {
    await inFolder(exportFiles(), async (folder) => {
      await expect(prepareRejectsFolder(folder, join(folder, 'accounts.csv'))).rejects.toThrow('cannot be made');
    });
  });
});
