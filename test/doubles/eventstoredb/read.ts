import { type handleServerStreamingCall, status } from '@grpc/grpc-js';
import { ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerContext } from './context';
import { failure, type Failure, streamDeleted } from './failures';
import { eventFilter } from './filter';
import { isEvent, type LogRecord } from './log';
import { eventMessage, streamName, streamNotFoundMessage } from './messages';
import type { ReadCall } from './open-subscriptions';
import type { Streams } from './streams';
import { send } from './send';
import { subscribe } from './subscribe';

/** A range that the real server refuses, where an empty answer could be expected. */
const UNREADABLE_STREAM_RANGE = failure(status.UNKNOWN, 'Unexpected ReadStreamResult: Error');
const UNREADABLE_LOG_RANGE = failure(status.UNKNOWN, 'Unexpected ReadAllResult: Error');

type Answer = { readonly error: Failure } | { readonly notFound: string } | { readonly events: readonly LogRecord[] };

export function readHandler(context: ServerContext): handleServerStreamingCall<ReadReq, ReadResp> {
  return (call) => {
    const options = call.request.getOptions() ?? new ReadReq.Options();
    context.openReads += 1;
    call.once('close', () => (context.openReads -= 1));
    if (options.hasSubscription()) return void subscribe(context, call, options);
    void answer(call, options.hasStream() ? readStream(context.streams, options) : readAll(context.streams, options));
  };
}

async function answer(call: ReadCall, result: Answer): Promise<void> {
  if ('error' in result) return void call.emit('error', result.error);
  if ('notFound' in result) await send(call, streamNotFoundMessage(result.notFound));
  else for (const event of result.events) await send(call, eventMessage(event));
  call.end();
}

function readStream(streams: Streams, options: ReadReq.Options): Answer {
  const range = options.getStream();
  const stream = streamName(range?.getStreamIdentifier());
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const count = Number(options.getCount());
  if (streams.isTombstoned(stream)) return { error: streamDeleted(stream) };
  if (!range || count === 0 || (range.hasEnd() && !backwards)) return { error: UNREADABLE_STREAM_RANGE };
  const events = streams.read(stream);
  if (!events) return { notFound: stream };
  const from = range.hasStart() ? 0n : range.hasEnd() ? undefined : BigInt(range.getRevision());
  const inRange = events.filter(
    ({ revision }) => from === undefined || (backwards ? revision <= from : revision >= from),
  );
  return { events: (backwards ? inRange.reverse() : inRange).slice(0, count) };
}

function readAll(streams: Streams, options: ReadReq.Options): Answer {
  const range = options.getAll();
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const count = Number(options.getCount());
  if (!range || count === 0 || (range.hasEnd() && !backwards)) return { error: UNREADABLE_LOG_RANGE };
  const from = range.hasPosition() ? BigInt(range.getPosition()?.getCommitPosition() ?? '0') : undefined;
  const { records } = streams.log;
  const last = records.at(-1)?.position ?? 0n;
  if (from !== undefined && from <= last && !records.some(({ position }) => position === from)) {
    return { error: UNREADABLE_LOG_RANGE };
  }
  const matches = eventFilter(options.getFilter());
  const events = records
    .filter(isEvent)
    .filter(({ position }) => from === undefined || (backwards ? position < from : position >= from))
    .filter(matches);
  return { events: (backwards ? events.reverse() : events).slice(0, count) };
}
