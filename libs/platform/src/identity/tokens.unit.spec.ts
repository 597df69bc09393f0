import { createSigner } from 'fast-jwt';
import { type Claims, InvalidToken, issueToken, verifyToken } from './tokens';

const secret = Buffer.alloc(32, 7);
const now = Date.parse('2026-03-01T09:00:00Z');
const hour = 3_600_000;
const claims: Claims = { role: 'sales', subject: 'sam' };

/** A token that differs from ours in one place only. */
function signed(changes: Readonly<Record<string, unknown>>, key = secret): string {
  const ours = { iss: 'renewals', aud: 'renewals-api', sub: 'sam', role: 'sales', exp: (now + hour) / 1000 };
  return createSigner({ algorithm: 'HS256', key, clockTimestamp: now })({ ...ours, ...changes });
}

function unsigned(token: string): string {
  const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
}

describe('a token', () => {
  it.each<Claims>([claims, { role: 'customer', subject: 'c1', vendor: 'lansweeper' }])('says %j', (said) => {
    expect(verifyToken(secret, issueToken(secret, said, { now, hours: 1 }), now)).toEqual(said);
  });

  it('is good until its hours are over', () => {
    const token = issueToken(secret, claims, { now, hours: 2 });
    expect(verifyToken(secret, token, now + 2 * hour - 1000)).toEqual(claims);
    expect(() => verifyToken(secret, token, now + 2 * hour + 1000)).toThrow('has expired');
  });

  it.each([
    ['another secret', signed({}, Buffer.alloc(32, 8))],
    ['no signature', unsigned(signed({}))],
    ['another issuer', signed({ iss: 'somebody' })],
    ['another audience', signed({ aud: 'somewhere' })],
    ['an unknown role', signed({ role: 'owner' })],
    ['no role', signed({ role: undefined })],
    ['no subject', signed({ sub: '' })],
    ['no end', signed({ exp: undefined })],
    ['no form', 'a.b.c'],
    ['nothing', ''],
  ])('with %s is refused', (_what, token) => {
    expect(verifyToken(secret, signed({}), now)).toEqual(claims);
    expect(() => verifyToken(secret, token, now)).toThrow(InvalidToken);
  });
});
