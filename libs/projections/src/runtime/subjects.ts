import type { RecordedEvent } from '@renewals/event-store';

/** The id in the stream's name. */
export function idOf({ stream }: RecordedEvent): string {
  return stream.slice(stream.indexOf('-') + 1);
}

/**
 * Licenses that the event is about: the one whose stream it is in, or that of its maintenance, or those that a renewal's
 * event lists.
 */
export function subjectsOf(event: RecordedEvent): readonly string[] {
  if (event.stream.startsWith('license-') || event.stream.startsWith('maintenance-')) return [idOf(event)];
  if (event.type !== 'RenewalApproved') return [];
  const { lines } = event.data as unknown as { lines: readonly { subject: { id: string } }[] };
  return lines.map(({ subject }) => subject.id);
}
