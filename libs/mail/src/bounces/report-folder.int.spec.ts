import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreUnavailable } from '@renewals/event-store';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { ANNA, BORIS } from '../compose/examples.spec';
import { NotUnderstood } from './mail-report';
import { ReportFolder } from './report-folder';

let directory: string;
let recorded: string[];
let faults: Error[];
let about = [ANNA];
let failing: Error | undefined;

const record = async (raw: Buffer) => {
  if (failing) throw failing;
  const text = raw.toString();
  if (text.startsWith('nonsense')) throw new NotUnderstood('Nothing is said. Look at it.');
  recorded.push(text);
  return about;
};
const folder = () =>
  new ReportFolder(directory, {
    record,
    isPassing: (error) => error instanceof StoreUnavailable,
    onFault: (error) => void faults.push(error),
  });
const drop = (name: string, text: string) => writeFileSync(join(directory, name), text);
const filesIn = (name: string) => {
  try {
    return readdirSync(join(directory, name)).sort();
  } catch {
    return [];
  }
};

beforeEach(() => {
  directory = join(temporaryDirectory(), 'bounces');
  mkdirSync(directory);
  recorded = [];
  faults = [];
  about = [ANNA];
  failing = undefined;
});

describe('the folder for reports', () => {
  it('need not be there', async () => {
    rmSync(directory, { recursive: true });
    expect(await folder().take()).toBe(false);
  });

  it('is emptied: each report is recorded once, and kept', async () => {
    drop('b.eml', 'second');
    drop('a.eml', 'first');
    drop('c.part', 'being written');
    mkdirSync(join(directory, 'd.eml'));
    expect(await folder().take()).toBe(true);
    expect(recorded).toEqual(['first', 'second']);
    expect(filesIn('done')).toHaveLength(2);
    expect(readdirSync(directory).sort()).toEqual(['c.part', 'd.eml', 'done', 'names']);
    expect(await folder().take()).toBe(false);
  });

  it('puts aside what is not understood, with the reason, and loses none of one name', async () => {
    for (const text of ['nonsense', 'nonsense too']) {
      drop('a.eml', text);
      await folder().take();
    }
    expect(filesIn('not-understood')).toEqual(['a-2.eml', 'a-2.eml.txt', 'a.eml', 'a.eml.txt']);
    expect(readFileSync(join(directory, 'not-understood', 'a.eml'), 'utf8')).toBe('nonsense');
    expect(readFileSync(join(directory, 'not-understood', 'a.eml.txt'), 'utf8')).toContain('Look at it.');
    expect(faults).toEqual([]);
  });

  it('puts aside what nobody foresaw as well, says so, and goes on with the next', async () => {
    drop('a.eml', 'first');
    failing = new Error('out of the blue');
    await folder().take();
    expect(filesIn('not-understood')).toEqual(['a.eml', 'a.eml.txt']);
    expect(faults).toEqual([failing]);
  });

  it('keeps everything while the event store is away', async () => {
    drop('a.eml', 'first');
    failing = new StoreUnavailable('away');
    await expect(folder().take()).rejects.toBe(failing);
    failing = undefined;
    await folder().take();
    expect(recorded).toEqual(['first']);
  });

  it('leaves alone what cannot be moved, and says so once', async () => {
    drop('a.eml', 'nonsense');
    drop('not-understood', 'is in the way');
    const one = folder();
    expect([await one.take(), await one.take()]).toEqual([true, false]);
    expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining('a.eml')]);
    expect(readdirSync(directory)).toContain('a.eml');
  });

  it('forgets the reports about a person who is erased, and no others', async () => {
    drop('a.eml', 'about Anna');
    await folder().take();
    about = [BORIS];
    drop('b.eml', 'about Boris');
    await folder().take();
    await folder().forget(ANNA);
    expect(filesIn('done').map((file) => readFileSync(join(directory, 'done', file), 'utf8'))).toEqual(['about Boris']);
    expect(filesIn('names')).toEqual([BORIS]);
  });
});
