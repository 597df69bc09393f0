import { createHmac, randomBytes } from 'node:crypto';

/**
 * The only source of what must not be guessable or must not repeat. `commandId`, `purpose` and `index` name what the
 * bytes are for; under virtual time they decide them (rule 18), so that a killed and resumed run equals a clean one.
 */
export interface Entropy {
  /** `size` bytes, at most 32. */
  bytes(commandId: string, purpose: string, index: number, size: number): Buffer;
}

export const systemEntropy: Entropy = {
  bytes: (_commandId, _purpose, _index, size) => randomBytes(size),
};

export function seededEntropy(seed: number): Entropy {
  return {
    bytes: (commandId, purpose, index, size) =>
      createHmac('sha256', `renewals seed ${seed}`)
        .update(JSON.stringify([commandId, purpose, index]))
        .digest()
        .subarray(0, size),
  };
}
