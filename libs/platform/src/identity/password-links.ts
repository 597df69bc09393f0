import { createSigner, createVerifier } from 'fast-jwt';
import { z } from 'zod';

/** What a mailed link lets somebody do: set the password of one address, while it is of that generation. */
export interface PasswordLink {
  /** Names the stream of the address. */
  readonly address: string;
  readonly generation: number;
}

const ISSUER = 'renewals';
const AUDIENCE = 'renewals-password';
const ALGORITHM = 'HS256';

const payload = z.object({ sub: z.string().min(1), generation: z.number().int() });

/** The signed secret part of the link. `expiresAt`: milliseconds since the epoch. The same link is the same text. */
export function signPasswordLink(secret: Buffer, { address, generation }: PasswordLink, expiresAt: number): string {
  const sign = createSigner({
    algorithm: ALGORITHM,
    key: secret,
    iss: ISSUER,
    aud: AUDIENCE,
    sub: address,
    noTimestamp: true,
  });
  return sign({ generation, exp: Math.floor(expiresAt / 1000) });
}

/** `undefined` for a text that was not signed here, or is over. */
export function readPasswordLink(secret: Buffer, token: string, now: number): PasswordLink | undefined {
  const verify = createVerifier({
    algorithms: [ALGORITHM],
    key: secret,
    allowedIss: ISSUER,
    allowedAud: AUDIENCE,
    requiredClaims: ['iss', 'aud', 'exp', 'sub', 'generation'],
    clockTimestamp: now,
  });
  try {
    const { sub, generation } = payload.parse(verify(token));
    return { address: sub, generation };
  } catch {
    return undefined;
  }
}
