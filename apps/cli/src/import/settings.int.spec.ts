import { readdirSync } from 'node:fs';
import { DataDirectory } from '@renewals/platform';
import { document, type Folders, folders, renewals } from '../command/renewals.spec';
import { digest, importing, write } from './importing.spec';

describe('what the first import fixes', () => {
  let virtual: Folders;
  let real: Folders;

  beforeAll(async () => {
    [virtual, real] = [folders(), folders()];
    write(virtual.input);
    write(real.input);
    await document(importing(virtual, '--virtual', '--seed', '7', '--policy', 'lansweeper', '--as-of', '2024-03-01'));
    await document(importing(real));
  });

  it('is kept with the directory', () => {
    expect(new DataDirectory(virtual.data).identity).toEqual({
      virtual: { seed: 7, startsAt: Date.parse('2024-03-01T12:00:00Z') },
      import: { format: 'ravenstack', asOf: '2024-03-01', policy: 'lansweeper' },
    });
  });

  it('is taken from it when it is left out, and may be said again', async () => {
    expect(await document(importing(virtual))).toMatchObject({ asOf: '2024-03-01', licenses: { unchanged: 1 } });
    expect(await document(importing(virtual, '--virtual', '--seed', '7'))).toMatchObject({ events: 0 });
  });

  it.each([
    ['--policy', 'dynamsoft', '--policy lansweeper'],
    ['--as-of', '2024-03-02', '--as-of 2024-03-01'],
    ['--seed', '8', '--seed 7'],
  ])('refuses another %s', async (option, value, fixed) => {
    const { stderr, exitCode } = await renewals(...importing(virtual, option, value));
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`was with ${fixed}, and that stays`);
  });

  it('refuses to make a real directory virtual', async () => {
    const { stderr, exitCode } = await renewals(...importing(real, '--virtual'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is a real one and stays so');
  });

  it('is all that is there where the first import was killed at once', async () => {
    const into = folders();
    write(into.input);
    new DataDirectory(into.data).become(new DataDirectory(virtual.data).identity);
    expect(await document(importing(into, '--dry-run'))).toMatchObject({
      asOf: '2024-03-01',
      licenses: { created: 1 },
    });
    expect(readdirSync(into.data)).toEqual(['directory.json']);
    await document(importing(into));
    expect(await digest(into)).toEqual(await digest(virtual));
  });
});
