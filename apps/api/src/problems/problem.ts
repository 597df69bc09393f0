import { HttpException } from '@nestjs/common';
import { StaleRevision } from '@renewals/commands';
import { RevisionConflict, StoreUnavailable, UnknownEventShape } from '@renewals/event-store';
import { EventOutOfPlace, Refusal, UnknownEvent } from '@renewals/licensing';
import { InvalidToken } from '@renewals/platform';
import { pageOf, type ProblemCode, statusOf, titleOf } from './codes';
import { type FieldFault, InvalidFields, Unauthenticated, ViewBehind } from './errors';

/** RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** What happened, and the way out. */
  readonly detail: string;
  readonly errors?: readonly FieldFault[];
}

export interface Answer {
  readonly problem: Problem;
  /** Seconds after which another try is worth it. */
  readonly retryAfter?: number;
  /** Nobody foresaw it: it belongs in the log. */
  readonly isFault?: true;
}

/** What people are told of an error; never the inner text of one that nobody foresaw. */
export function answerTo(error: unknown): Answer {
  if (error instanceof Refusal) return { problem: problem(error.code, error.message) };
  if (error instanceof InvalidFields) {
    return { problem: { ...problem('INVALID_INPUT', error.message), errors: error.fields } };
  }
  if (error instanceof Unauthenticated || error instanceof InvalidToken) {
    return { problem: problem('UNAUTHENTICATED', error.message) };
  }
  if (error instanceof StaleRevision) return { problem: problem('REVISION_CONFLICT', error.message) };
  if (error instanceof RevisionConflict) {
    return { problem: { ...problem('REVISION_CONFLICT', LOST_THE_RACE), status: 409 }, retryAfter: 1 };
  }
  if (error instanceof StoreUnavailable) return { problem: problem('UNAVAILABLE', STORE_AWAY), retryAfter: 5 };
  if (isUnreadable(error)) return { problem: problem('UNREADABLE_HISTORY', NOT_READ), isFault: true };
  if (error instanceof ViewBehind) return { problem: problem('VIEW_BEHIND', error.message), retryAfter: 1 };
  if (error instanceof HttpException) return answerToFramework(error);
  return { problem: problem('INTERNAL', UNFORESEEN), isFault: true };
}

/** Deciding on a history that is not understood could do anything, so nothing is decided. */
function isUnreadable(error: unknown): boolean {
  return error instanceof UnknownEventShape || error instanceof UnknownEvent || error instanceof EventOutOfPlace;
}

const NOT_READ =
  'Its history holds an event that this version does not know. Nothing was written: ask the operator to run a newer version, the log says which event.';
const LOST_THE_RACE = 'Others changed this at the same moment. Nothing was written: read it again, then decide.';
const STORE_AWAY = 'The event store cannot be reached. Send the same request again, with the same Idempotency-Key.';
const UNFORESEEN = 'Something failed that should not. Try again; if it stays, tell the operator the instance id.';

function answerToFramework(error: HttpException): Answer {
  switch (error.getStatus()) {
    case 404:
      return { problem: problem('NOT_FOUND', 'There is nothing at this address. See /docs for what there is.') };
    case 413:
      return { problem: problem('PAYLOAD_TOO_LARGE', 'The body is too large. Send less at once.') };
    case 415:
      return {
        problem: problem(
          'UNSUPPORTED_MEDIA_TYPE',
          'Send the body as application/json, or as /docs says of the operation.',
        ),
      };
    case 500:
      return { problem: problem('INTERNAL', UNFORESEEN), isFault: true };
    default:
      return {
        problem: { ...problem('NOT_ACCEPTED', 'The request cannot be read. See /docs.'), status: error.getStatus() },
      };
  }
}

function problem(code: ProblemCode, detail: string): Problem {
  return { type: pageOf(code), title: titleOf(code), status: statusOf(code), code, detail };
}
