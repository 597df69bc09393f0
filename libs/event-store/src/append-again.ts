import type { Appended, NewEvent, RecordedEvent } from './port';

/** The first answer, when what stands behind the expected revision is exactly this append. */
export function sameAppend(stored: readonly RecordedEvent[], events: readonly NewEvent[]): Appended | undefined {
  const last = stored.at(-1);
  const same = stored.length === events.length && stored.every((event, index) => event.id === events[index]?.id);
  return same && last ? { revision: last.revision, position: last.position } : undefined;
}
