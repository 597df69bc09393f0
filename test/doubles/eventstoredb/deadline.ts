import type { Deadline } from '@grpc/grpc-js';

/** Whether the client has stopped waiting for this call: the server then does nothing. */
export function isGivenUp(call: { cancelled: boolean; getDeadline(): Deadline }): boolean {
  return call.cancelled || Number(call.getDeadline()) <= Date.now();
}
