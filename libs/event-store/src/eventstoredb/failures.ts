import { AccessDeniedError, convertToCommandError, StreamDeletedError } from '@eventstore/db-client';
import { EventStoreError, StoreUnavailable, StreamGone } from '../errors';

export interface Attempted {
  /** For a person: what was tried. */
  readonly what: string;
  readonly stream?: string;
}

/**
 * What a failure of a call means to a caller of the port. Only what the server said for certain is final; the rest is
 * `StoreUnavailable`: a lost connection shows as `UnavailableError`, as unknown or as a plain error, and a lost answer
 * looks like a call that never arrived.
 */
export function meaningOf(error: unknown, { what, stream = '' }: Attempted): EventStoreError {
  if (error instanceof EventStoreError) return error;
  const cause = error instanceof Error ? convertToCommandError(error) : error;
  if (cause instanceof StreamDeletedError) return new StreamGone(stream);
  return new StoreUnavailable(`${what} failed: ${reasonOf(cause)}`, { cause });
}

/** Whether the same call may succeed when it is made again. */
export function mayPass(meaning: EventStoreError): boolean {
  return meaning instanceof StoreUnavailable && !(meaning.cause instanceof AccessDeniedError);
}

function reasonOf(cause: unknown): string {
  if (cause instanceof AccessDeniedError) return 'access was denied; check the user and password of the event store';
  return cause instanceof Error && cause.message ? cause.message : String(cause);
}
