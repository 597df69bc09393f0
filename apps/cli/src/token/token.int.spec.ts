import { configurationFrom, DataDirectory, roles, systemClock, systemEntropy, verifyToken } from '@renewals/platform';
import { secretsOf } from '@renewals/engine';
import { document, renewals } from '../command/renewals.spec';
import { importedExample } from '../import/importing.spec';

const HOUR = 3_600_000;

describe('renewals token', () => {
  let data: string;
  const token = (...options: readonly string[]) => renewals('token', '--data-dir', data, ...options);
  const claimsOf = (written: string, at = systemClock.now()) => {
    const { tokens } = secretsOf(configurationFrom({}), new DataDirectory(data), systemEntropy);
    return verifyToken(tokens, written.trim(), at);
  };

  beforeAll(async () => {
    ({ data } = await importedExample());
  });

  it.each(roles)('signs one for the role %s', async (role) => {
    const { stdout } = await token('--role', role, '--subject', 'c-1');
    expect(claimsOf(stdout)).toEqual({ role, subject: 'c-1' });
  });

  it('goes by its role where it has no subject, and is good for half a day of real time', async () => {
    const { stdout } = await token('--role', 'sales');
    expect(claimsOf(stdout, systemClock.now() + 11.9 * HOUR)).toEqual({ role: 'sales', subject: 'sales' });
    expect(() => claimsOf(stdout, systemClock.now() + 12.1 * HOUR)).toThrow('has expired');
  });

  it('may reach one vendor only', async () => {
    const words = ['token', '--data-dir', data, '--role', 'support', '--vendor', 'lansweeper', '--hours', '1'];
    const said = (await document(words)) as Record<string, string>;
    expect(said).toEqual({
      token: expect.any(String),
      role: 'support',
      subject: 'support',
      vendor: 'lansweeper',
      expiresAt: expect.stringMatching(/Z$/),
    });
    expect(claimsOf(said['token'] ?? '')).toEqual({ role: 'support', subject: 'support', vendor: 'lansweeper' });
  });

  it.each([
    ['without a role', [], "required option '--role <role>' not specified"],
    ['an unknown role', ['--role', 'king'], 'Allowed choices are sales'],
    ['an unknown vendor', ['--role', 'sales', '--vendor', 'nobody'], 'There is no policy nobody'],
    ['no time at all', ['--role', 'sales', '--hours', '0'], 'Give a whole number'],
    ['a customer without a name', ['--role', 'customer'], 'name it with --subject'],
    ['a reseller without a name', ['--role', 'reseller'], 'name it with --subject'],
  ])('is refused %s', async (_what, options, sentence) => {
    const { stdout, stderr, exitCode } = await token(...options);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain(sentence);
  });
});
