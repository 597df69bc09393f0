import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { DirectoryInUse, DirectoryLock } from './directory-lock';

/** Takes the lock as any other process does, says how that went, and stays until it is killed. */
const program = `
  ${transformFileSync(join(__dirname, 'directory-lock.ts'), { module: { type: 'commonjs' } }).code}
  try {
    exports.DirectoryLock.acquire(process.argv[1]);
    process.stdout.write('acquired');
  } catch (error) {
    process.stdout.write(error.message);
  }
  setInterval(() => undefined, 1000);
`;

const children: ChildProcess[] = [];
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
});

async function anotherProcess(directory: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['-e', program, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = (await once(child.stdout as NodeJS.EventEmitter, 'data')) as [Buffer];
  return { child, said: said.toString() };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('a data directory', () => {
  it('that we write to is refused to another process, which is told who writes', async () => {
    const directory = temporaryDirectory();
    const lock = DirectoryLock.acquire(directory);
    const { said } = await anotherProcess(directory);
    expect(said).toContain(`(pid ${process.pid}) is writing to the data directory ${directory}. Stop it first`);
    lock.release();
    expect((await anotherProcess(directory)).said).toBe('acquired');
  });

  it('that another process writes to is refused to us, until that is killed', async () => {
    const directory = temporaryDirectory();
    const { child, said } = await anotherProcess(directory);
    expect(said).toBe('acquired');
    expect(() => DirectoryLock.acquire(directory)).toThrow(new DirectoryInUse(directory, String(child.pid)));

    await kill(child);
    DirectoryLock.acquire(directory).release();
  });
});
