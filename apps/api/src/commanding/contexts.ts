import type { CommandContext } from '@renewals/commands';
import { Refusal } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
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
    ...(ifMatch !== undefined && { ifMatch }),
  };
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

function operationOf({ method, url }: FastifyRequest): string {
  return `${method} ${url.split('?', 1)[0]}`;
}
