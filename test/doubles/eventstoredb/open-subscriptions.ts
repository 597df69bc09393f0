import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { Failure } from './failures';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

export class OpenSubscriptions {
  private readonly calls = new Set<ReadCall>();

  get count(): number {
    return this.calls.size;
  }

  /** Those whose reader does not take what is there for it. */
  get heldBack(): number {
    return [...this.calls].filter((call) => call.writableNeedDrain).length;
  }

  add(call: ReadCall): void {
    this.calls.add(call);
    call.once('cancelled', () => this.calls.delete(call));
  }

  has(call: ReadCall): boolean {
    return this.calls.has(call);
  }

  fail(call: ReadCall, failure: Failure): void {
    this.calls.delete(call);
    call.emit('error', failure);
    call.emit('ended'); // wakes the loop that feeds it
  }

  failAll(failure: Failure): void {
    for (const call of [...this.calls]) this.fail(call, failure);
  }
}
