import { type AllStreamPosition, MaximumAppendSizeExceeded } from '@eventstore/db-client/generated/shared_pb';
import type { Status } from '@eventstore/db-client/generated/status_pb';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { AppendRefused, type EventStoreError, RevisionConflict, StoreUnavailable, StreamGone } from '../errors';
import { type Appended, type ExpectedRevision, type Position, START } from '../port';
import { toPosition } from './positions';

/** What the server says of an append. Anything but these details is passing: it may have been written or not. */
export function appendedBy(answer: BatchAppendResp, stream: string, expected: ExpectedRevision): Appended {
  const error = answer.getError();
  if (error) throw meaningOf(error, stream, expected);
  const success = answer.getSuccess();
  if (!success) throw new StoreUnavailable(`${stream}: the event store answered neither success nor an error`);
  // There is none for events that were written before and deleted since.
  const position = success.getPosition();
  return { revision: Number(success.getCurrentRevision()), position: position ? placeOf(position) : START };
}

function placeOf(position: AllStreamPosition): Position {
  return toPosition({ commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) });
}

function meaningOf(error: Status, stream: string, expected: ExpectedRevision): EventStoreError {
  const details = error.getDetails();
  const name = details?.getTypeName() ?? '';
  switch (name) {
    case 'event_store.client.WrongExpectedVersion':
      return new RevisionConflict(stream, expected);
    case 'event_store.client.StreamDeleted':
      return new StreamGone(stream);
    case 'event_store.client.MaximumAppendSizeExceeded': {
      const limit = details?.unpack(MaximumAppendSizeExceeded.deserializeBinary, name)?.getMaxappendsize();
      return new AppendRefused(`${stream}: the event store takes at most ${limit} bytes in one append. Split it`);
    }
    case 'event_store.client.BadRequest':
      return new AppendRefused(`${stream}: the event store calls this append malformed`);
    default:
      return new StoreUnavailable(`${stream}: the event store answered ${error.getMessage()}`);
  }
}
