import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import { validate } from 'uuid';
import { AppendRefused } from '../errors';
import type { ExpectedRevision, NewEvent } from '../port';

/** Below the server's limit of 1 MiB, which counts data only; a message far above it ends the call for its neighbours. */
const MAX_APPEND_BYTES = 1_000_000;

/** An append, ready to be sent under any correlation id, as often as it takes. */
export type AppendRequest = (correlationId: string) => BatchAppendReq;

/** Refuses what the server would refuse in words that say nothing, or accept and do something else. */
export function appendRequest(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): AppendRequest {
  if (stream === '') throw new AppendRefused('An append needs the name of a stream');
  if (stream.startsWith('$')) throw new AppendRefused(`${stream}: names that begin with $ are the store's own`);
  if (events.length === 0) throw new AppendRefused('An append needs at least one event');
  const messages = events.map((event) => proposedMessage(stream, event));
  const bytes = messages.reduce((sum, message) => sum + sizeOf(message), 0);
  if (bytes > MAX_APPEND_BYTES) {
    throw new AppendRefused(`${stream}: ${bytes} bytes in one append, at most ${MAX_APPEND_BYTES} are taken. Split it`);
  }
  const options = optionsOf(stream, expected);
  return (correlationId) =>
    new BatchAppendReq()
      .setCorrelationId(new UUID().setString(correlationId))
      .setOptions(options)
      .setProposedMessagesList(messages)
      .setIsFinal(true);
}

/** Without a deadline: it would be an instant of our clock, compared with the server's. We wait by our own. */
function optionsOf(stream: string, expected: ExpectedRevision): BatchAppendReq.Options {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  const options = new BatchAppendReq.Options().setStreamIdentifier(identifier);
  return expected === 'no-stream' ? options.setNoStream(new Empty()) : options.setStreamPosition(String(expected));
}

function proposedMessage(stream: string, { id, type, data, metadata }: NewEvent): BatchAppendReq.ProposedMessage {
  if (!validate(id)) throw new AppendRefused(`${stream}: the event id "${id}" is not a UUID`);
  if (type === '' || type.startsWith('$')) {
    throw new AppendRefused(`${stream}: an event needs a type, one that does not begin with $`);
  }
  const message = new BatchAppendReq.ProposedMessage();
  message.setId(new UUID().setString(id));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  message.setData(Buffer.from(JSON.stringify(data)));
  message.setCustomMetadata(Buffer.from(JSON.stringify(metadata)));
  return message;
}

function sizeOf(message: BatchAppendReq.ProposedMessage): number {
  return message.getData_asU8().byteLength + message.getCustomMetadata_asU8().byteLength;
}
