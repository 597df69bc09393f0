import type { handleUnaryCall } from '@grpc/grpc-js';
import { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerContext } from './context';
import { isGivenUp } from './deadline';
import { streamDeleted, wrongVersionOfDelete } from './failures';
import { positioned, streamName } from './messages';
import type { AppendOutcome, Expected } from './streams';

export function deleteHandler({ streams }: ServerContext): handleUnaryCall<DeleteReq, DeleteResp> {
  return (call, callback) => {
    const { request } = call;
    if (isGivenUp(call)) return;
    const options = request.getOptions() ?? new DeleteReq.Options();
    const stream = streamName(options.getStreamIdentifier());
    const expected = expectedBy(options);
    const outcome = streams.softDelete(stream, expected);
    if (outcome.kind !== 'success') return callback(failureOf(stream, expected, outcome));
    callback(null, new DeleteResp().setPosition(positioned(new DeleteResp.Position(), outcome.position ?? 0n)));
  };
}

export function tombstoneHandler({ streams }: ServerContext): handleUnaryCall<TombstoneReq, TombstoneResp> {
  return (call, callback) => {
    const { request } = call;
    if (isGivenUp(call)) return;
    const options = request.getOptions() ?? new TombstoneReq.Options();
    const stream = streamName(options.getStreamIdentifier());
    const expected = expectedBy(options);
    const outcome = streams.tombstone(stream, expected);
    if (outcome.kind !== 'success') return callback(failureOf(stream, expected, outcome));
    callback(null, new TombstoneResp().setPosition(positioned(new TombstoneResp.Position(), outcome.position ?? 0n)));
  };
}

function expectedBy(options: DeleteReq.Options | TombstoneReq.Options): Expected {
  if (options.hasRevision()) return BigInt(options.getRevision());
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : 'any';
}

function failureOf(stream: string, expected: Expected, outcome: Exclude<AppendOutcome, { kind: 'success' }>) {
  return outcome.kind === 'stream-deleted'
    ? streamDeleted(stream)
    : wrongVersionOfDelete(stream, expected, outcome.current);
}
