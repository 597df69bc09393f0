import { createServer } from 'node:net';
import { once } from 'node:events';
import { DataDirectory } from '@renewals/platform';
import request from 'supertest';
import { temporaryDirectory } from '../support/temporary-directory';
import { RunningProgram } from './program';

const quiet = { PORT: '0', LOG_LEVEL: 'warn' };
const running: RunningProgram[] = [];

function start(app: 'api' | 'worker', env: Readonly<Record<string, string>>, ...words: string[]): RunningProgram {
  const program = RunningProgram.start(app, { ...quiet, ...env }, ...words);
  running.push(program);
  return program;
}

const addressOf = async (program: RunningProgram) => String((await program.said(/Renewals is at (\S+)/))[1]);
const linkOf = async (program: RunningProgram) => String((await program.said(/Sign in, once.*: (\S+)\n/))[1]);

async function signIn(link: string): Promise<string> {
  const { origin, pathname } = new URL(link);
  const { headers } = await request(origin).post(pathname).expect(303);
  return String(headers['set-cookie']).split(';', 1)[0] as string;
}

afterEach(async () => {
  for (const program of running.splice(0)) {
    program.stop();
    await program.ended();
  }
});

describe('npm start', () => {
  it('says where to look, signs in by its link, and drains at SIGTERM', async () => {
    const DATA_DIR = temporaryDirectory();
    const program = start('api', { DATA_DIR });
    const address = await addressOf(program);
    const cookie = await signIn(await linkOf(program));
    const { text } = await request(address).get('/').set({ cookie }).expect(200);
    expect(text).toContain('Nothing here yet');

    program.stop('SIGTERM');

    expect((await program.ended()).exitCode).toBe(0);
    const again = start('api', { DATA_DIR });
    await request(await addressOf(again))
      .get('/ready')
      .expect(200);
    again.stop('SIGINT');
    expect((await again.ended()).exitCode).toBe(0);
  });

  it('refuses a directory that another process writes to, in one line', async () => {
    const DATA_DIR = temporaryDirectory();
    await addressOf(start('api', { DATA_DIR }));
    const { exitCode, output } = await start('api', { DATA_DIR }).ended();
    expect([exitCode, output]).toEqual([2, expect.stringMatching(/^Another process \(pid \d+\) is writing .*\n$/)]);
  });

  it('refuses a port that is taken, in one line, and lets the directory go', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const DATA_DIR = temporaryDirectory();
    const { exitCode, output } = await start('api', { DATA_DIR, PORT: String(port) }).ended();
    other.close();
    expect([exitCode, output]).toEqual([2, expect.stringMatching(/^127.0.0.1:\d+ is in use .* HOST and PORT\.\n$/)]);
  });

  it.each([
    [{ PORT: 'many' }, [], /^The environment cannot be used: PORT .*\n$/],
    [{}, ['--smaple'], /^That is no option .*--sample\.\n$/],
  ])('refuses what it cannot use: %j %j', async (env, words, sentence) => {
    const { exitCode, output } = await start('api', { DATA_DIR: temporaryDirectory(), ...env }, ...words).ended();
    expect([exitCode, output]).toEqual([2, expect.stringMatching(sentence)]);
  });

  it('opens the sample by the button on the empty page, and leaves the directory as it is', async () => {
    const DATA_DIR = temporaryDirectory();
    const program = start('api', { DATA_DIR });
    const address = await addressOf(program);
    const cookie = await signIn(await linkOf(program));
    const { text } = await request(address).post('/portal/sample').set({ cookie }).expect(200);
    const [, link = ''] = /href="(\/sign-in\/[^"]+)"/.exec(text) ?? [];
    await program.said(/Data: \S+-sample, the sample/);

    const sampleCookie = await signIn(address + link);
    const due = await request(address).get('/').set({ cookie: sampleCookie }).expect(200);
    expect(due.text).toMatch(/Sample.*Let time pass/s);
    const { body } = await request(address).get('/licenses?limit=200').set({ cookie: sampleCookie }).expect(200);
    const licenses = body.items as { policy: string; status: string }[];
    expect(licenses.length).toBeGreaterThan(48);
    expect(new Set(licenses.map(({ policy }) => policy))).toEqual(new Set(['dynamsoft', 'lansweeper']));
    expect(new Set(licenses.map(({ status }) => status)).size).toBeGreaterThan(3);
    const { body: upcoming } = await request(address).get('/upcoming-renewals').set({ cookie: sampleCookie });
    const stages = new Set((upcoming.items as { stage: string }[]).map(({ stage }) => stage));
    expect(stages).toEqual(new Set(['due', 'requested', 'quoted', 'approved', 'committed']));
    await request(address)
      .post('/portal/clock')
      .type('form')
      .send({ days: '7' })
      .set({ cookie: sampleCookie })
      .expect(303);
    const later = await request(address).get('/').set({ cookie: sampleCookie }).expect(200);
    expect(later.text).toContain('4 Mar 2026');
    expect(new DataDirectory(DATA_DIR).identity).toEqual({});
  }, 60_000);
});

describe('the worker alone', () => {
  it('works without HTTP until it is stopped', async () => {
    const program = start('worker', { DATA_DIR: temporaryDirectory() });
    await program.said(/Working on/);
    program.stop();
    expect((await program.ended()).exitCode).toBe(0);
  });

  it('does not live in a virtual directory', async () => {
    const DATA_DIR = temporaryDirectory();
    new DataDirectory(DATA_DIR).become({ virtual: { seed: 1, startsAt: 0 } });
    const { exitCode, output } = await start('worker', { DATA_DIR }).ended();
    expect([exitCode, output]).toEqual([2, expect.stringContaining('renewals simulate')]);
  });
});
