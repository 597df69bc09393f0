import type { CommandContext } from '@renewals/commands';
import { derivedId } from '@renewals/platform';
import type { DueDeadline } from './deadline';

/** The command of a deadline: its id comes from the event that set the deadline, so it is the same at every try. */
export function contextOf(kind: string, { subject, detail, causedBy }: DueDeadline): CommandContext {
  return {
    commandId: derivedId('automation', causedBy.eventId, kind, subject, detail),
    correlationId: causedBy.correlationId,
    causationId: causedBy.eventId,
    actor: { type: 'automation', id: kind },
  };
}
