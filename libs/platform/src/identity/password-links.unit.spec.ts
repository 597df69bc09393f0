import { issueToken } from './tokens';
import { readPasswordLink, signPasswordLink } from './password-links';

const secret = Buffer.alloc(32, 1);
const link = { address: 'a1b2', generation: 3 };
const until = Date.parse('2026-01-10T08:00:00Z');
const token = signPasswordLink(secret, link, until);

describe('a password link', () => {
  it('says which address and generation, until its time is over', () => {
    expect(readPasswordLink(secret, token, until - 1)).toEqual(link);
    expect(readPasswordLink(secret, token, until + 1)).toBeUndefined();
  });

  it('is the same text whenever it is made', () => expect(signPasswordLink(secret, link, until)).toBe(token));

  it('is nothing that was signed elsewhere, for something else, or changed', () => {
    const forged = signPasswordLink(Buffer.alloc(32, 2), link, until);
    const bearer = issueToken(secret, { role: 'admin', subject: 'a1b2' }, { now: until - 1, hours: 1 });
    const [header = '', , signature = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify({ sub: 'eve', generation: 3, exp: 9e9 })).toString('base64url');
    for (const text of [forged, bearer, `${header}.${other}.${signature}`, 'nonsense', '']) {
      expect(readPasswordLink(secret, text, until - 1)).toBeUndefined();
    }
  });
});
