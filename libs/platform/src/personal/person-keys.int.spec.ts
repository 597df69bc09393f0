import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { seededEntropy, systemEntropy } from '../entropy/entropy';
import { PersonalData, PersonErased } from './personal-data';
import { PersonKeys, WrongMasterKey } from './person-keys';

const master = Buffer.alloc(32, 1);
const another = Buffer.alloc(32, 2);

function givenKeys() {
  const directory = temporaryDirectory();
  const file = join(directory, 'person-keys.db');
  const open = (masterKey = master) => new PersonKeys(file, masterKey, systemEntropy);
  return { directory, file, open };
}

describe('the key of a person', () => {
  it('is on disk before it is handed out', () => {
    const { file, open } = givenKeys();
    const key = open().keyFor('ann');
    const reopened = new PersonKeys(file, master, systemEntropy, { readOnly: true });
    expect(reopened.knownKey('ann')).toEqual(key);
  });

  it('is one for each person', () => {
    const keys = givenKeys().open();
    expect(keys.keyFor('ann')).toEqual(keys.keyFor('ann'));
    expect(keys.keyFor('ann')).not.toEqual(keys.keyFor('bob'));
  });

  it('is made only where something is to be sealed', () => {
    const keys = givenKeys().open();
    expect(keys.knownKey('ann')).toBeUndefined();
    expect(keys.keyFor('ann')).toHaveLength(32);
  });

  it('stands in its file wrapped', () => {
    const { directory, open } = givenKeys();
    const key = open().keyFor('ann') as Buffer;
    for (const file of readdirSync(directory)) {
      expect(readFileSync(join(directory, file)).includes(key)).toBe(false);
    }
  });

  it('is not read with another master key, and the error says which setting to look at', () => {
    const { open } = givenKeys();
    open().keyFor('ann');
    expect(() => open(another).keyFor('ann')).toThrow(WrongMasterKey);
    expect(() => open(another).knownKey('ann')).toThrow(/MASTER_KEY/);
  });

  it('is not read in the place of somebody else’s', () => {
    const { file, open } = givenKeys();
    const keys = open();
    keys.keyFor('ann');
    keys.keyFor('bob');
    keys.close();
    const intruder = new DatabaseSync(file);
    intruder.exec(`UPDATE person_key SET wrapped = (SELECT wrapped FROM person_key WHERE person = 'ann')`);
    intruder.close();
    expect(() => open().keyFor('bob')).toThrow(WrongMasterKey);
    expect(open().keyFor('ann')).toHaveLength(32);
  });

  it('is gone once erased, for good: the person gets no second one', () => {
    const { directory, open } = givenKeys();
    const keys = open();
    for (const person of ['aaron', 'ann', 'zoe']) keys.keyFor(person);
    const anyPart = wrappedKey(directory, 'ann').subarray(16, 40);
    keys.erase('ann');

    expect([keys.keyFor('ann'), open().keyFor('ann'), open().knownKey('ann')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    for (const file of readdirSync(directory)) {
      expect(readFileSync(join(directory, file)).includes(anyPart)).toBe(false);
    }
  });

  it('may be erased before it was ever made', () => {
    const keys = givenKeys().open();
    keys.erase('ann');
    expect(keys.keyFor('ann')).toBeUndefined();
  });

  it('is the same in every run from one seed', () => {
    const keysOf = (seed: number) => new PersonKeys(':memory:', master, seededEntropy(seed));
    expect(keysOf(1).keyFor('ann')).toEqual(keysOf(1).keyFor('ann'));
    expect(keysOf(1).keyFor('ann')).not.toEqual(keysOf(2).keyFor('ann'));
  });
});

function wrappedKey(directory: string, person: string): Buffer {
  const beside = new DatabaseSync(join(directory, 'person-keys.db'), { readOnly: true });
  const { wrapped } = beside.prepare('SELECT wrapped FROM person_key WHERE person = ?').get(person) as {
    wrapped: Uint8Array;
  };
  beside.close();
  return Buffer.from(wrapped);
}

describe('personal data', () => {
  const clear = { $personal: 'ann', text: 'ann@acme.example' };
  const sealing = () => {
    const keys = givenKeys().open();
    return { keys, personal: new PersonalData(keys, systemEntropy) };
  };

  it('is sealed wherever it is in an event, and the rest stays', () => {
    const { personal } = sealing();
    const sealed = personal.seal({ list: [{ to: clear }], quota: 5, none: null }, 'command', 'event');
    expect(JSON.stringify(sealed)).not.toContain('acme');
    expect(sealed).toMatchObject({ quota: 5, none: null, list: [{ to: { $personal: 'ann', event: 'event' } }] });
    expect(personal.open(sealed.list[0]?.to ?? clear)).toBe('ann@acme.example');
  });

  it.each([
    ['event', { event: 'another event' }],
    ['person', { $personal: 'bob' }],
  ])('opens for its own %s only', (_what, change) => {
    const { personal, keys } = sealing();
    keys.keyFor('bob');
    const sealed = personal.seal(clear, 'command', 'event') as unknown as Parameters<typeof personal.open>[0];
    expect(personal.open(sealed)).toBe(clear.text);
    expect(() => personal.open({ ...sealed, ...change })).toThrow();
  });

  it('never shares a nonce under one key', () => {
    const personal = new PersonalData(new PersonKeys(':memory:', master, seededEntropy(1)), seededEntropy(1));
    const nonceOf = (sealed: unknown) => (sealed as { sealed: string }).sealed.slice(0, 16);
    const one = personal.seal([clear, clear], 'command', 'event');
    const other = personal.seal([clear], 'command', 'another event');
    expect(new Set([...one, ...other].map(nonceOf)).size).toBe(3);
  });

  it('of an erased person is neither read nor sealed', () => {
    const { personal, keys } = sealing();
    const sealed = personal.seal(clear, 'command', 'event');
    keys.erase('ann');
    expect(personal.open(sealed)).toBeUndefined();
    expect(() => personal.seal(clear, 'command', 'event')).toThrow(new PersonErased('ann'));
  });
});
