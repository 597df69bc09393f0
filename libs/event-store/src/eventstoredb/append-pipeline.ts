import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { AppendCall } from './append-call';
import type { AppendRequest } from './append-request';
import { ClientInternals } from './client-internals';
import type { Connection } from './connection';

/**
 * All appends of one store over one BatchAppend call: a third of the processor time of a call for each.
 * Not by the client's own `appendToStream`, which keeps those who wait for all clients of the process together: one
 * broken call rejects them all, and an answer that comes after that is an unhandled TypeError. It also asks for the
 * server's features first, without a deadline, and keeps a failure of that for ever.
 */
export class AppendPipeline {
  private call: Promise<AppendCall> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly timeout: number,
  ) {}

  async send(request: AppendRequest): Promise<BatchAppendResp> {
    this.call ??= this.open();
    const call = await this.call;
    return call.send(request, this.timeout);
  }

  private open(): Promise<AppendCall> {
    const forget = (): void => {
      if (this.call === opened) this.call = undefined;
    };
    const opened = ClientInternals.openBatchAppend(this.connection).then((stream) => new AppendCall(stream, forget));
    opened.catch(forget);
    return opened;
  }
}
