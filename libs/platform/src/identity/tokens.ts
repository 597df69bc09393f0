import { createSigner, createVerifier, TokenError } from 'fast-jwt';
import { z } from 'zod';

/** What somebody may do. `service` is another program; `admin` runs the installation. */
export const roles = ['sales', 'support', 'auditor', 'customer', 'reseller', 'admin', 'service'] as const;

export type Role = (typeof roles)[number];

/** What a bearer token says. */
export interface Claims {
  readonly role: Role;
  /** Who acts: the contact id of a customer or reseller, else any name that the history shall show. */
  readonly subject: string;
  /** Id of the only policy that it reaches; every one when left out. */
  readonly vendor?: string;
}

/** The token cannot be trusted. The message says why and what to do, never what the token holds. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
}

const ISSUER = 'renewals';
const AUDIENCE = 'renewals-api';
/** The only one that is accepted, whatever a token's header says. */
const ALGORITHM = 'HS256';

const payload = z.object({ role: z.enum(roles), sub: z.string().min(1), vendor: z.string().optional() });

/** A signed token (JWT) that is good from `now`, milliseconds since the epoch, for so many hours. */
export function issueToken(
  secret: Buffer,
  { role, subject, vendor }: Claims,
  { now, hours }: { readonly now: number; readonly hours: number },
): string {
  const sign = createSigner({
    algorithm: ALGORITHM,
    key: secret,
    iss: ISSUER,
    aud: AUDIENCE,
    sub: subject,
    expiresIn: hours * 3_600_000,
    clockTimestamp: now,
  });
  return sign({ role, ...(vendor !== undefined && { vendor }) });
}

/** Throws `InvalidToken`. */
export function verifyToken(secret: Buffer, token: string, now: number): Claims {
  const { role, sub, vendor } = verified(secret, token, now);
  return { role, subject: sub, ...(vendor !== undefined && { vendor }) };
}

function verified(secret: Buffer, token: string, now: number): z.infer<typeof payload> {
  const verify = createVerifier({
    algorithms: [ALGORITHM],
    key: secret,
    allowedIss: ISSUER,
    allowedAud: AUDIENCE,
    requiredClaims: ['iss', 'aud', 'exp', 'sub', 'role'],
    clockTimestamp: now,
  });
  try {
    return payload.parse(verify(token));
  } catch (error) {
    throw new InvalidToken(
      error instanceof TokenError && error.code === TokenError.codes.expired
        ? 'This token has expired. Ask for a new one: renewals token --role ROLE.'
        : 'This token was not issued here. Ask for one: renewals token --role ROLE.',
    );
  }
}
