import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ReadCall } from './open-subscriptions';

/** Writes a message and waits while the reader does not take more. */
export async function send(call: ReadCall, message: ReadResp): Promise<void> {
  if (call.cancelled || call.write(message)) return;
  await new Promise<void>((resolve) => {
    const events = ['drain', 'cancelled', 'ended', 'close'] as const;
    const done = (): void => {
      for (const event of events) call.off(event, done);
      resolve();
    };
    for (const event of events) call.on(event, done);
  });
}
