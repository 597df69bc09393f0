import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import {
  AllStreamPosition,
  BadRequest,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { type BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { Code } from '@eventstore/db-client/generated/code_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { validate } from 'uuid';
import type { ServerContext } from './context';
import { MAX_APPEND_SIZE } from './failures';
import type { ProposedEvent } from './log';
import { positioned, proposedEvent, streamIdentifier, streamName, uuid } from './messages';
import type { AppendOutcome, Expected } from './streams';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** An append that arrives in several requests, until its last one. */
interface Pending {
  readonly options: BatchAppendReq.Options;
  readonly events: ProposedEvent[];
}

/** Calls that answer nothing any more. */
const mute = new WeakSet<Call>();

/** All appends of one client share this call; answers are matched by correlation id. */
export function batchAppendHandler(context: ServerContext): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> {
  return (call) => {
    const pending = new Map<string, Pending>();
    call.on('error', () => undefined); // a client that went away
    call.on('end', () => call.end());
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions() ?? pending.get(id)?.options;
      if (!options) return;
      const events = pending.get(id)?.events ?? [];
      events.push(...request.getProposedMessagesList().map(proposedEvent));
      if (!request.getIsFinal()) return void pending.set(id, { options, events });
      pending.delete(id);
      complete(context, call, id, { options, events });
    });
  };
}

function complete(context: ServerContext, call: Call, correlationId: string, { options, events }: Pending): void {
  context.calls.batchAppend += 1;
  const fault = context.appendFaults.next();
  if (fault === 'break-before-writing') return context.breakConnections();
  const stream = streamName(options.getStreamIdentifier());
  const answer = new BatchAppendResp()
    .setCorrelationId(uuid(correlationId))
    .setStreamIdentifier(streamIdentifier(stream));
  const result = resultOf(context, stream, options, events);
  if (fault === 'break-after-writing') return context.breakConnections();
  if (fault === 'never-answer-again') mute.add(call);
  if (fault === 'never-answer' || mute.has(call)) return;
  if (fault === 'commit-timeout') return void call.write(answer.setError(timeout()));
  if (result instanceof Status) answer.setError(result);
  else answer.setSuccess(result);
  if (fault === 'answer-late') return context.appendFaults.delay(() => call.write(answer));
  call.write(answer);
  context.appendFaults.releaseDelayed();
}

function resultOf(
  context: ServerContext,
  stream: string,
  options: BatchAppendReq.Options,
  events: ProposedEvent[],
): Status | BatchAppendResp.Success {
  if (!stream) return badRequest("Value cannot be null. (Parameter 'value')");
  if (events.some(({ id }) => !validate(id))) return badRequest('Unrecognized Guid format.');
  if (events.some(({ type }) => !type)) return badRequest("Empty eventType provided. (Parameter 'eventType')");
  const deadline = options.getDeadline()?.toDate();
  if (deadline && deadline.getTime() <= Date.now()) return timeout();
  if (events.reduce((bytes, { data }) => bytes + data.byteLength, 0) > MAX_APPEND_SIZE) return tooLarge();
  const expected = expectedBy(options);
  const outcome = context.streams.append(stream, expected, events);
  if (outcome.kind === 'success') return successOf(outcome);
  return outcome.kind === 'stream-deleted' ? deleted(stream) : conflict(outcome.current, expected);
}

function expectedBy(options: BatchAppendReq.Options): Expected {
  if (options.hasStreamPosition()) return BigInt(options.getStreamPosition());
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : 'any';
}

function successOf({ revision, position }: Extract<AppendOutcome, { kind: 'success' }>): BatchAppendResp.Success {
  const success = new BatchAppendResp.Success();
  if (position === undefined) success.setNoPosition(new Empty());
  else success.setPosition(positioned(new AllStreamPosition(), position));
  return revision === undefined ? success.setNoStream(new Empty()) : success.setCurrentRevision(String(revision));
}

function conflict(current: bigint | undefined, expected: Expected): Status {
  const details = new WrongExpectedVersion();
  if (current === undefined) details.setCurrentNoStream(new Empty());
  else details.setCurrentStreamRevision(String(current));
  if (typeof expected === 'bigint') details.setExpectedStreamPosition(String(expected));
  if (expected === 'no_stream') details.setExpectedNoStream(new Empty());
  if (expected === 'stream_exists') details.setExpectedStreamExists(new Empty());
  if (expected === 'any') details.setExpectedAny(new Empty());
  return problem(6, 'WrongExpectedVersion', details);
}

const deleted = (stream: string): Status =>
  problem(5, 'StreamDeleted', new StreamDeleted().setStreamIdentifier(streamIdentifier(stream)));

const timeout = (): Status => problem(4, 'Timeout', new Timeout());

const tooLarge = (): Status =>
  problem(3, 'MaximumAppendSizeExceeded', new MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE));

const badRequest = (message: string): Status => problem(3, 'BadRequest', new BadRequest().setMessage(message));

function problem(code: Code, message: string, details: { serializeBinary(): Uint8Array }): Status {
  const any = new Any();
  any.pack(details.serializeBinary(), `event_store.client.${message}`);
  return new Status().setCode(code).setMessage(message).setDetails(any);
}
