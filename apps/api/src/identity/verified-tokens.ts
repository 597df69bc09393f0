import { INFRASTRUCTURE, type Infrastructure } from '@renewals/engine';
import { type Claims, verifyToken } from '@renewals/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SERVING, type Serving } from '../serving';

interface Verified {
  readonly claims: Claims;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** Each token is verified once and then known for as long as it is good. */
@Injectable()
export class VerifiedTokens {
  private readonly known = new LRUCache<string, Verified>({ max: 10_000 });

  constructor(
    @Inject(INFRASTRUCTURE) private readonly infrastructure: Infrastructure,
    @Inject(SERVING) private readonly serving: Serving,
  ) {}

  /** Throws `InvalidToken`. */
  claimsOf(token: string): Claims {
    const now = this.serving.clock.now();
    const known = this.known.get(token);
    if (known && now < known.until) return known.claims;
    const claims = verifyToken(this.infrastructure.secrets.tokens, token, now);
    this.known.set(token, { claims, until: expiryOf(token) });
    return claims;
  }
}

/** Of a token that was verified. */
function expiryOf(token: string): number {
  const [, payload = ''] = token.split('.');
  const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { exp: number };
  return exp * 1000;
}
