import type { CommandContext } from '@renewals/commands';
import type { DueNotice, DueReminder, MailOutcome } from '@renewals/mail';
import { derivedId } from '@renewals/platform';

/** The command that records what became of a mail: the same for the same news. */
export function deliveryContext({ causedBy }: DueReminder | DueNotice, told: MailOutcome): CommandContext {
  return {
    commandId: derivedId('delivery', causedBy.eventId, ...newsIn(told)),
    correlationId: causedBy.correlationId,
    causationId: causedBy.eventId,
    actor: { type: 'automation', id: 'mail' },
  };
}

function newsIn(told: MailOutcome): string[] {
  if (told.outcome === 'no-recipient') return [told.outcome];
  const { outcome, recipient } = told;
  return told.outcome === 'failed' ? [outcome, recipient, told.answer] : [outcome, recipient];
}
