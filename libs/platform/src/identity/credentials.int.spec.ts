import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { seededEntropy } from '../entropy/entropy';
import { Credentials } from './credentials';

const credential = { id: 'c1', address: 'a1' };
let file: string;
let credentials: Credentials;

beforeEach(() => {
  file = join(temporaryDirectory(), 'credentials.db');
  credentials = new Credentials(file, seededEntropy(1));
});
afterEach(() => credentials.close());

describe('credentials', () => {
  it('let in who has the password, also after a restart, and nobody else', async () => {
    await credentials.keep(credential, 'correct horse battery');
    credentials.close();
    credentials = new Credentials(file, seededEntropy(2));
    expect(await credentials.matches('c1', 'correct horse battery')).toBe(true);
    expect(await credentials.matches('c1', 'correct horse')).toBe(false);
    expect(await credentials.matches('c2', 'correct horse battery')).toBe(false);
    expect(await credentials.matches(undefined, '')).toBe(false);
  });

  it('keep the first password of an id, and never the password itself', async () => {
    await credentials.keep(credential, 'correct horse battery');
    await credentials.keep(credential, 'another horse battery');
    expect(await credentials.matches('c1', 'correct horse battery')).toBe(true);
    credentials.close();
    expect(readFileSync(file).includes('horse')).toBe(false);
    credentials = new Credentials(file, seededEntropy(1));
  });

  it('forget one, or all of an address', async () => {
    await credentials.keep(credential, 'correct horse battery');
    await credentials.keep({ id: 'c2', address: 'a1' }, 'another horse battery');
    await credentials.keep({ id: 'c3', address: 'a2' }, 'third horse battery');
    credentials.forget('c1');
    expect(await credentials.matches('c1', 'correct horse battery')).toBe(false);
    expect(await credentials.matches('c2', 'another horse battery')).toBe(true);
    credentials.forgetAllOf('a1');
    expect(await credentials.matches('c2', 'another horse battery')).toBe(false);
    expect(await credentials.matches('c3', 'third horse battery')).toBe(true);
  });
});
