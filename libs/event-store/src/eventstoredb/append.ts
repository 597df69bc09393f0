import type { Appended, ExpectedRevision, NewEvent } from '../port';
import { appendedBy } from './append-answer';
import type { AppendPipeline } from './append-pipeline';
import { appendRequest } from './append-request';
import { type Patience, patiently } from './patience';

/**
 * A lost answer is answered by the same events with the same expected revision (rule 3): the server compares ids once
 * the stream is past that revision.
 */
export async function append(
  pipeline: AppendPipeline,
  patience: Patience,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): Promise<Appended> {
  const request = appendRequest(stream, expected, events);
  return patiently(patience, { what: `Appending to ${stream}`, stream }, async () =>
    appendedBy(await pipeline.send(request), stream, expected),
  );
}
