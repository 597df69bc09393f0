import { createHmac } from 'node:crypto';
import type { CommandContext } from '@renewals/commands';
import { Refusal } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import canonicalize from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import { actorOf, callerOf } from '../identity/caller';
import { revisionOf } from './etag';

const LONGEST_KEY = 200;

/** One client's key never meets another's, nor the same client's on another operation (rule 2). */
export function contextOf(request: FastifyRequest, key = keyOf(request)): CommandContext {
  const caller = callerOf(request);
  const commandId =
    key === undefined
      ? request.id
      : derivedId('command', caller.vendor ?? '*', caller.role, caller.subject, operationOf(request), key);
  const ifMatch = revisionOf(request.headers['if-match']);
  return {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: actorOf(caller),
    ...(key !== undefined && { request: digestOf(request.body, key) }),
    ...(ifMatch !== undefined && { ifMatch }),
  };
}

/** Of a request by somebody who is not signed in. */
export function visitorContextOf(request: FastifyRequest): CommandContext {
  const key = keyOf(request);
  const commandId = key === undefined ? request.id : derivedId('command', 'visitor', operationOf(request), key);
  const actor = { type: 'service', id: 'sign-in' } as const;
  return { commandId, correlationId: commandId, causationId: commandId, actor };
}

/** For a command whose first stream is not the one that a client has seen a revision of. */
export function unconditional({ ifMatch: _notItsStream, ...context }: CommandContext): CommandContext {
  return context;
}

function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && key.length > 0 && key.length <= LONGEST_KEY) return key;
  throw new Refusal('INVALID_INPUT', `Idempotency-Key is 1 to ${LONGEST_KEY} characters, once. Send a UUID.`);
}

/**
 * The order of the fields makes no other request. Keyed with what only the client has, so that nobody can guess from
 * the log what a body with a name or an address in it said.
 */
function digestOf(body: unknown, key: string): string {
  return createHmac('sha256', key)
    .update(canonicalize(body ?? {}) ?? '')
    .digest('hex');
}

function operationOf({ method, url }: FastifyRequest): string {
  return `${method} ${url.split('?', 1)[0]}`;
}
