import type { handleClientStreamingCall } from '@grpc/grpc-js';
import { type AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import { validate } from 'uuid';
import type { ServerContext } from './context';
import { isGivenUp } from './deadline';
import { appendTooLarge, commitTimeout, type Failure, handlerThrew, MAX_APPEND_SIZE, streamDeleted } from './failures';
import type { ProposedEvent } from './log';
import { empty, positioned, proposedEvent, streamName } from './messages';
import type { AppendOutcome, Expected } from './streams';

type Answer = { readonly error: Failure } | { readonly response: AppendResp };

/** The unary append: options, then a message for each event, then one answer. */
export function appendHandler(context: ServerContext): handleClientStreamingCall<AppendReq, AppendResp> {
  return (call, callback) => {
    let options: AppendReq.Options | undefined;
    const events: ProposedEvent[] = [];
    call.on('error', () => undefined); // a client that went away; 'cancelled' tells the same
    call.on('data', (request: AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message) events.push(proposedEvent(message));
    });
    call.on('end', () => {
      if (isGivenUp(call)) return;
      context.calls.append += 1;
      const fault = context.appendFaults.next();
      if (fault === 'break-before-writing') return context.breakConnections();
      const answer = answerTo(context, options, events);
      if (fault === 'break-after-writing') return context.breakConnections();
      if (fault === 'never-answer' || fault === 'never-answer-again') return;
      if (fault === 'commit-timeout') return callback(commitTimeout());
      const respond = (): void => ('error' in answer ? callback(answer.error) : callback(null, answer.response));
      if (fault === 'answer-late') return context.appendFaults.delay(respond);
      respond();
      context.appendFaults.releaseDelayed();
    });
  };
}

function answerTo(context: ServerContext, options: AppendReq.Options | undefined, events: ProposedEvent[]): Answer {
  const stream = streamName(options?.getStreamIdentifier());
  if (!options || !stream || events.some(({ type, id }) => !type || !validate(id))) return { error: handlerThrew() };
  if (events.reduce((bytes, { data }) => bytes + data.byteLength, 0) > MAX_APPEND_SIZE)
    return { error: appendTooLarge() };
  const expected = expectedBy(options);
  const outcome = context.streams.append(stream, expected, events);
  if (outcome.kind === 'stream-deleted') return { error: streamDeleted(stream) };
  if (outcome.kind === 'success') return { response: new AppendResp().setSuccess(successOf(outcome)) };
  return { response: new AppendResp().setWrongExpectedVersion(conflictOf(outcome.current, expected)) };
}

function expectedBy(options: AppendReq.Options): Expected {
  if (options.hasRevision()) return BigInt(options.getRevision());
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : 'any';
}

function successOf({ revision, position }: Extract<AppendOutcome, { kind: 'success' }>): AppendResp.Success {
  const success = new AppendResp.Success();
  if (position === undefined) success.setNoPosition(empty());
  else success.setPosition(positioned(new AppendResp.Position(), position));
  return revision === undefined ? success.setNoStream(empty()) : success.setCurrentRevision(String(revision));
}

function conflictOf(current: bigint | undefined, expected: Expected): AppendResp.WrongExpectedVersion {
  const conflict = new AppendResp.WrongExpectedVersion();
  if (current === undefined) conflict.setCurrentNoStream(empty());
  else conflict.setCurrentRevision(String(current));
  if (typeof expected === 'bigint') conflict.setExpectedRevision(String(expected));
  if (expected === 'no_stream') conflict.setExpectedNoStream(empty());
  if (expected === 'stream_exists') conflict.setExpectedStreamExists(empty());
  if (expected === 'any') conflict.setExpectedAny(empty());
  return conflict;
}
