import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { DataDirectory, packageRoot } from '@renewals/platform';
import { folders, renewals } from './command/renewals.spec';
import { ran } from './host/host.spec';
import { run } from './program';

const commands = [
  ...['import', 'go-live', 'licenses', 'reminders', 'token', 'parked', 'replay', 'rebuild', 'verify', 'digest'],
  ...['terms', 'example', 'policies', 'move-order'],
];

describe('renewals', () => {
  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(`${packageRoot()}/package.json`, 'utf8')) as { version: string };
    expect(await renewals('--version')).toEqual({ stdout: `${version}\n`, stderr: '', exitCode: 0 });
  });

  it.each(commands)('%s explains itself, and takes what every command takes', async (command) => {
    const { stdout, stderr, exitCode } = await renewals(command, '--help');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(/--data-dir <directory>[^]*--json/);
    expect((await renewals('--help')).stdout).toContain(`\n  ${command} `);
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['renew']],
    ['an unknown option', ['licenses', '--everything']],
    ['an argument too much', ['verify', 'everything']],
    ['an argument too few', ['replay']],
  ])('refuses %s', async (_what, words) => {
    const { stdout, stderr, exitCode } = await renewals(...words);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).not.toBe('');
  });

  it('refuses a configuration that cannot be used, naming the setting', async () => {
    const env = { PORT: 'three' };
    const outcome = await ran((host) => run(['licenses'], host), { stdin: Readable.from([]), env });
    expect(outcome).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('PORT') });
  });

  it('takes its data directory from DATA_DIR', async () => {
    const env = { DATA_DIR: folders().data };
    const outcome = await ran((host) => run(['licenses'], host), { stdin: Readable.from([]), env });
    expect(outcome).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(env.DATA_DIR) });
  });

  it('tells a fault in one line, and where it happened when it is asked to', async () => {
    const { data } = folders();
    mkdirSync(data);
    const directory = new DataDirectory(data);
    directory.become({});
    for (const file of [directory.events, directory.views, directory.personKeys]) writeFileSync(file, 'no database');
    const outcome = await renewals('verify', '--data-dir', data);
    expect(outcome).toMatchObject({ stdout: '', exitCode: 1 });
    expect(outcome.stderr).toMatch(/^renewals failed: .+\n$/);

    const env = { LOG_LEVEL: 'debug' };
    const debugged = await ran((host) => run(['verify', '--data-dir', data], host), { stdin: Readable.from([]), env });
    expect(debugged.stderr).toMatch(/\n {4}at /);
  });
});
