import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededEntropy } from '@renewals/platform';
import { done, killedAfter } from './renewals';

const seed = Number(process.env.SEED ?? 20_261_121);
const rounds = process.env.LONG ? 20 : 1;
const folder = mkdtempSync(join(tmpdir(), 'renewals-killed-'));
const base = join(folder, 'base');
const at = (name: string) => join(folder, name);
const importing = (directory: string) =>
  ['import', base, '--format', 'ravenstack', '--virtual', '--json', '--data-dir', directory] as const;
const simulating = (directory: string) =>
  ['simulate', '--to', '2025-04-30', '--scenario', 'typical', '--json', '--data-dir', directory] as const;
const digest = (directory: string) => done(0, 'digest', '--json', '--data-dir', directory);

/** From 0 to 1, by seed. */
const drawn = (purpose: string, index: number) =>
  seededEntropy(seed).bytes('killed', purpose, index, 4).readUInt32BE() / 2 ** 32;

/** Kills the command at random moments of its life, each time a new process, until one comes to its end. */
async function killedAgainAndAgain(round: number, lasts: number, words: readonly string[]): Promise<number> {
  for (let kills = 0; ; kills++) {
    const moment = kills < 4 ? drawn(words[0] as string, round * 100 + kills) * lasts : lasts * 10;
    if (!(await killedAfter(moment, ...words))) return kills;
  }
}

describe(`rule 18: killed at any point and run again, it ends as if it had never been killed (SEED=${seed})`, () => {
  let clean: { imported: string; simulated: string; importLasts: number; simulationLasts: number };

  beforeAll(async () => {
    await done(0, 'example', base, '--accounts', '16', '--subscriptions', '60', '--seed', String(seed));
    const began = performance.now();
    await done(0, ...importing(at('clean')));
    const imported = await digest(at('clean'));
    const between = performance.now();
    await done(0, ...simulating(at('clean')));
    const simulationLasts = performance.now() - between;
    const simulated = await digest(at('clean'));
    clean = { imported, simulated, importLasts: between - began, simulationLasts };
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('the same seed gives the same log, another seed another', async () => {
    await done(0, ...importing(at('again')));
    await done(0, ...simulating(at('again')));
    expect(await digest(at('again'))).toBe(clean.simulated);
    await done(0, ...importing(at('other')), '--seed', '2');
    expect(await digest(at('other'))).not.toBe(clean.imported);
  }, 300_000);

  it.each(Array.from({ length: rounds }, (_, round) => round))(
    'import and simulation, round %i',
    async (round) => {
      const directory = at(`killed-${round}`);
      await killedAgainAndAgain(round, clean.importLasts, importing(directory));
      await done(0, ...importing(directory));
      expect(await digest(directory)).toBe(clean.imported);
      await killedAgainAndAgain(round, clean.simulationLasts, simulating(directory));
      await done(0, ...simulating(directory));
      expect(await digest(directory)).toBe(clean.simulated);
    },
    900_000,
  );
});
