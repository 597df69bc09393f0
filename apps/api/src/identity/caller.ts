import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@renewals/licensing';
import type { Claims, Role } from '@renewals/platform';
import type { FastifyRequest } from 'fastify';

/** Who is asking: what the token says. */
export type Caller = Claims;

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** Hands the caller to a handler. Only behind the guard, and only on routes that are not open. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export function callerOf({ caller }: FastifyRequest): Caller {
  if (!caller) throw new Error('An open route has no caller');
  return caller;
}

const actorTypes = {
  customer: 'customer',
  reseller: 'reseller',
  sales: 'sales',
  support: 'support',
  service: 'service',
  admin: 'operator',
  auditor: 'operator',
} as const satisfies Record<Role, Actor['type']>;

/** As whom the history names them. */
export function actorOf({ role, subject }: Caller): Actor {
  return { type: actorTypes[role], id: subject };
}
