import { seededEntropy, systemEntropy } from './entropy';
import { derivedId, eventId } from './ids';

describe('rule 18: what comes from a seed', () => {
  const of = (seed: number, ...[command = 'command', purpose = 'key', index = 0]: [string?, string?, number?]) =>
    seededEntropy(seed).bytes(command, purpose, index, 32).toString('hex');

  it('is the same at every call, in any order', () => expect(of(1)).toBe(of(1)));

  it.each([
    ['seed', of(2)],
    ['command', of(1, 'another')],
    ['purpose', of(1, 'command', 'nonce')],
    ['index', of(1, 'command', 'key', 1)],
    ['place of a word', of(1, 'comman', 'dkey')],
  ])('is another for another %s', (_what, other) => expect(other).not.toBe(of(1)));

  it('is not what the system draws', () =>
    expect(systemEntropy.bytes('command', 'key', 0, 32)).not.toEqual(systemEntropy.bytes('command', 'key', 0, 32)));
});

describe('rule 2: an id that is derived', () => {
  it('never changes, for ids of old data depend on it', () => {
    expect(derivedId('license', 1)).toBe('78aac69f-5659-5df9-9f6c-90547a891ccb');
    expect(eventId(derivedId('license', 1), 0)).toBe('645fadf5-7204-5269-ae2a-72c690c3c1d9');
  });

  it('keeps its parts apart', () => expect(derivedId('a', 'bc')).not.toBe(derivedId('ab', 'c')));
});
