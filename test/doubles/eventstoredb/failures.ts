import { Metadata, type StatusObject, status } from '@grpc/grpc-js';
import type { Expected } from './streams';

export type Failure = Pick<StatusObject, 'code' | 'details' | 'metadata'>;

export function failure(code: status, details: string, trailers: Record<string, string> = {}): Failure {
  // The real server cannot put such a name into a header, and answers HTTP 500 instead of the true error.
  if (Object.values(trailers).some((value) => !isAscii(value))) {
    return { code: status.UNKNOWN, details: 'Received HTTP status code 500', metadata: new Metadata() };
  }
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
}

export const streamDeleted = (stream: string): Failure =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const wrongVersionOfDelete = (stream: string, expected: Expected, current: bigint | undefined): Failure => {
  const wanted = String(numberOf(expected));
  const actual = String(current ?? -1n);
  return failure(
    status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${wanted}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': wanted,
      'actual-version': actual,
    },
  );
};

export const MAX_APPEND_SIZE = 1_048_576;

export const appendTooLarge = (): Failure =>
  failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_SIZE} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(MAX_APPEND_SIZE),
  });

export const handlerThrew = (): Failure => failure(status.UNKNOWN, 'Exception was thrown by handler.');

export const commitTimeout = (): Failure => failure(status.ABORTED, 'Operation timed out: Commit phase timeout.');

function numberOf(expected: Expected): bigint {
  if (typeof expected === 'bigint') return expected;
  return { no_stream: -1n, any: -2n, stream_exists: -4n }[expected];
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
