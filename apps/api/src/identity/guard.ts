import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '@renewals/licensing';
import type { Role } from '@renewals/platform';
import type { FastifyRequest } from 'fastify';
import { Unauthenticated } from '../problems/errors';
import { SERVING, type Serving } from '../serving';
import { ALLOWED } from './allowed';
import type { Caller } from './caller';
import { comesFromOurPages } from './same-origin';
import { sessionTokenOf } from './session';
import { VerifiedTokens } from './verified-tokens';

/** The one door: who is asking, and may this role use the route. */
@Injectable()
export class Guard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: VerifiedTokens,
    @Inject(SERVING) private readonly serving: Serving,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const allowed = this.reflector.getAllAndOverride<readonly Role[] | 'everybody' | 'visitors' | undefined>(ALLOWED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (allowed === 'everybody') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (allowed !== 'visitors') {
      const caller = this.callerOf(request);
      if (!allowed?.includes(caller.role)) throw new Refusal('NOT_ALLOWED', notFor(caller.role, allowed));
      request.caller = caller;
    }
    if (this.serving.mode === 'virtual' && request.method !== 'GET') throw new Refusal('NOT_ALLOWED', READ_ONLY);
    return true;
  }

  private callerOf(request: FastifyRequest): Caller {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      if (!authorization.startsWith('Bearer '))
        throw new Unauthenticated('Send the token as "Authorization: Bearer …".');
      return this.tokens.claimsOf(authorization.slice('Bearer '.length));
    }
    const session = sessionTokenOf(request);
    if (session === undefined) {
      throw new Unauthenticated('Sign in, or send a token made by: renewals token --role ROLE.');
    }
    if (!comesFromOurPages(request)) {
      throw new Refusal('NOT_ALLOWED', 'This came from another site. Do it on a page of this server.');
    }
    return this.tokens.claimsOf(session);
  }
}

const READ_ONLY =
  'This data directory is virtual and its clock stands still: it is only read here. Move it with: renewals simulate.';

function notFor(role: Role, allowed: readonly Role[] = []): string {
  return `This is not for the role ${role}. Use a token of one of: ${allowed.join(', ')}.`;
}
