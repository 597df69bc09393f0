import { randomUUID } from 'node:crypto';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { ServerContext } from './context';
import { streamDeleted } from './failures';
import { eventFilter } from './filter';
import { isEvent, type TransactionLog } from './log';
import { caughtUpMessage, checkpointMessage, confirmationMessage, eventMessage, streamName } from './messages';
import type { ReadCall } from './open-subscriptions';
import { send } from './send';
import { TOMBSTONE_REVISION } from './streams';

/** Records that the server looks at for one page while it catches up, unless the client names a window. */
const DEFAULT_SEARCH_WINDOW = 32;

export async function subscribe(context: ServerContext, call: ReadCall, options: ReadReq.Options): Promise<void> {
  const stream = streamName(options.getStream()?.getStreamIdentifier());
  if (stream && context.streams.isTombstoned(stream)) return void call.emit('error', streamDeleted(stream));
  context.subscriptions.add(call);
  await send(call, confirmationMessage(randomUUID()));
  await (stream ? followStream(context, call, stream, options) : followLog(context, call, options));
}

async function followLog(context: ServerContext, call: ReadCall, options: ReadReq.Options): Promise<void> {
  const { log } = context.streams;
  const filter = options.getFilter();
  const matches = eventFilter(filter);
  const window = filter?.hasMax() ? filter.getMax() : DEFAULT_SEARCH_WINDOW;
  const interval = filter ? window * filter.getCheckpointintervalmultiplier() : Infinity;

  let next = firstAfter(log, options);
  let sinceCheckpoint = 0;
  while (next < log.records.length) {
    const page = log.records.slice(next, next + window);
    const found = page.filter(isEvent).filter(matches);
    for (const event of found) await send(call, eventMessage(event));
    next += page.length;
    sinceCheckpoint += page.length;
    if (page.length === window && sinceCheckpoint >= interval) {
      sinceCheckpoint = 0;
      const last = found.at(-1)?.position;
      await send(
        call,
        last === undefined ? checkpointMessage(page[0]?.position ?? 0n, 0n) : checkpointMessage(last, last),
      );
    }
  }
  await send(call, caughtUpMessage());

  sinceCheckpoint = 0;
  for await (const record of newRecords(context, call, next)) {
    if (!isEvent(record)) continue;
    if (matches(record)) await send(call, eventMessage(record));
    if (++sinceCheckpoint < interval) continue;
    sinceCheckpoint = 0;
    await send(call, checkpointMessage(record.position, record.position));
  }
}

/** A checkpoint's own record is not looked at again. */
function firstAfter(log: TransactionLog, options: ReadReq.Options): number {
  const range = options.getAll();
  if (range?.hasEnd()) return log.records.length;
  if (!range?.hasPosition()) return 0;
  const commit = BigInt(range.getPosition()?.getCommitPosition() ?? '0');
  const index = log.records.findIndex(({ position }) => position > commit);
  return index < 0 ? log.records.length : index;
}

async function followStream(
  context: ServerContext,
  call: ReadCall,
  stream: string,
  options: ReadReq.Options,
): Promise<void> {
  const { streams } = context;
  const range = options.getStream();
  const from = range?.hasRevision()
    ? BigInt(range.getRevision())
    : range?.hasEnd()
      ? streams.lastRevision(stream)
      : -1n;
  const next = streams.log.records.length;
  const known = streams.read(stream);
  for (const event of known ?? []) if (event.revision > from) await send(call, eventMessage(event));
  let caughtUp = known !== undefined;
  if (caughtUp) await send(call, caughtUpMessage());

  for await (const record of newRecords(context, call, next)) {
    if (!isEvent(record) || record.stream !== stream || record.revision <= from) continue;
    await send(call, eventMessage(record));
    if (record.revision === TOMBSTONE_REVISION) return context.subscriptions.fail(call, streamDeleted(stream));
    if (!caughtUp) await send(call, caughtUpMessage());
    caughtUp = true;
  }
}

/** Every record from an index on, for as long as the subscription is open. */
async function* newRecords(context: ServerContext, call: ReadCall, from: number) {
  const { log } = context.streams;
  for (let next = from; context.subscriptions.has(call);) {
    const record = log.records[next];
    if (record) {
      next += 1;
      yield record;
    } else {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          log.off('written', wake);
          call.off('cancelled', wake);
          call.off('ended', wake);
          resolve();
        };
        log.on('written', wake);
        call.on('cancelled', wake);
        call.on('ended', wake);
      });
    }
  }
}
