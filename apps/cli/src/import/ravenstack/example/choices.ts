import { seededEntropy } from '@renewals/platform';

/** Choices about the index-th thing that only depend on the seed and the purpose, never on each other. */
export interface Choices {
  /** A whole number from `from` to `to`, both included. */
  whole(purpose: string, index: number, from: number, to: number): number;
  chance(purpose: string, index: number, share: number): boolean;
  /** One of the words, each as often as it stands in the list. */
  pick<const Word>(purpose: string, index: number, words: readonly [Word, ...Word[]]): Word;
}

export function choices(seed: number): Choices {
  const entropy = seededEntropy(seed);
  const fraction = (purpose: string, index: number) =>
    entropy.bytes('example', purpose, index, 6).readUIntBE(0, 6) / 2 ** 48;
  const whole: Choices['whole'] = (purpose, index, from, to) =>
    from + Math.floor(fraction(purpose, index) * (to - from + 1));
  return {
    whole,
    chance: (purpose, index, share) => fraction(purpose, index) < share,
    pick: (purpose, index, words) => words[whole(purpose, index, 0, words.length - 1)] ?? words[0],
  };
}
