import { document, documents, renewals } from '../command/renewals.spec';
import { exitCodes } from '../exit-codes';
import { importedExample } from '../import/importing.spec';

describe('renewals explain reminder', () => {
  let data: string;
  let decision: Record<string, unknown>;

  beforeAll(async () => {
    ({ data } = await importedExample());
    [decision = {}] = await documents('reminders', '--data-dir', data);
  });

  const explain = (...options: readonly string[]) => ['explain', 'reminder', '--data-dir', data, ...options];
  const theDecision = () => {
    const { license, offset, expiresOn } = decision;
    return explain('--license', String(license), '--offset', String(offset), '--expires-on', String(expiresOn));
  };

  it('prints a sentence, and what shows that it is true', async () => {
    const { exitCode, stdout } = await renewals(...theDecision());
    expect(exitCode).toBe(exitCodes.done);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'Nobody got it: its day lay before the import, it was the former system’s.',
      expect.stringMatching(/^- Decided on 2024-12-31 .* that nobody gets it: before-import\.$/),
      expect.stringMatching(/^ {4}ReminderSuppressed, 2024-/),
    ]);
    expect(stdout).toMatch(/reminder-[0-9a-f-]{36} revision 0, event [0-9a-f-]{36}/);
  });

  it('prints the same as JSON', async () => {
    const { license, offset, expiresOn } = decision;
    expect(await document(theDecision())).toMatchObject({
      verdict: 'not-sent',
      about: { subject: { kind: 'license', id: license }, offset, expiresOn },
      facts: [{ event: { type: 'ReminderSuppressed', revision: 0 } }, { event: { type: 'LicenseActivated' } }],
    });
  });

  it('finds the license by its id in the former system', async () => {
    const { externalId, offset, expiresOn, license } = decision;
    const asked = ['--license', String(externalId), '--offset', String(offset), '--expires-on', String(expiresOn)];
    expect(await document(explain(...asked))).toMatchObject({ about: { subject: { id: license } } });
  });

  it.each([
    [['--license', 'S-none', '--offset', '30'], 'There is no license S-none.'],
    [['--license', 'S-none', '--offset', 'soon'], 'Give whole days'],
    [['--license', 'S-none'], '--offset'],
    [['--license', 'S-none', '--offset', '30', '--expires-on', '2026-02-30'], '2026-02-30'],
  ])('says what is wrong with %j', async (words, says) => {
    const { exitCode, stderr } = await renewals(...explain(...words));
    expect(exitCode).toBe(exitCodes.badUsage);
    expect(stderr).toContain(says);
  });

  it('says that nobody is known by an address', async () => {
    const { exitCode, stderr } = await renewals(...theDecision(), '--contact', 'nobody@nowhere.example');
    expect(exitCode).toBe(exitCodes.badUsage);
    expect(stderr).toContain('Nobody is known by the address');
  });
});
