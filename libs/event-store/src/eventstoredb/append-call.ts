import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { StoreUnavailable } from '../errors';
import type { AppendRequest } from './append-request';
import type { BatchAppendStream } from './client-internals';

interface Waiting {
  readonly resolve: (answer: BatchAppendResp) => void;
  readonly reject: (reason: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

/** One open BatchAppend call: many appends on their way, each answer found by its correlation id. */
export class AppendCall {
  private readonly waiting = new Map<string, Waiting>();
  private sent = 0;
  private retired = false;

  constructor(
    private readonly stream: BatchAppendStream,
    private readonly onRetired: () => void,
  ) {
    const end = (reason: unknown): void => {
      this.retire();
      for (const id of [...this.waiting.keys()]) this.take(id)?.reject(reason);
    };
    stream.on('data', (answer: BatchAppendResp) => {
      // Nobody waits for an answer that came too late: the append was sent again.
      this.take(answer.getCorrelationId()?.getString() ?? '')?.resolve(answer);
    });
    stream.on('error', end);
    stream.on('end', () => end(new StoreUnavailable('The event store ended the call that appends')));
  }

  /** @param timeout Milliseconds to wait for the answer: the call itself has no deadline, and may never have begun. */
  send(request: AppendRequest, timeout: number): Promise<BatchAppendResp> {
    return new Promise((resolve, reject) => {
      const id = this.nextId();
      const timer = setTimeout(() => {
        this.retire();
        this.take(id)?.reject(new StoreUnavailable(`The event store did not answer within ${timeout} ms`));
      }, timeout);
      this.waiting.set(id, { resolve, reject, timer });
      this.stream.write(request(id));
    });
  }

  /** Takes no more appends; is over when nobody waits any longer. */
  private retire(): void {
    if (this.retired) return;
    this.retired = true;
    this.onRetired();
  }

  private take(id: string): Waiting | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    clearTimeout(waiting?.timer);
    if (this.retired && this.waiting.size === 0) this.stream.cancel();
    return waiting;
  }

  /** A UUID, as the protocol wants it, unique within the call. */
  private nextId(): string {
    this.sent += 1;
    return `00000000-0000-4000-8000-${this.sent.toString(16).padStart(12, '0')}`;
  }
}
