import type { RecordedEvent } from '@renewals/event-store';
import type { ContactId } from '@renewals/licensing';
import type { ContactCompanies } from '@renewals/projections';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, typed } from '../runtime/recorded';
import { recordWithCompanies } from './record-with-companies';

/**
 * RFC 3463 3.2: no such mailbox, no such system, no such address, moved away; RFC 7505: a domain that takes no mail. The
 * others are about the sender, the mail, or a mailbox that is there.
 */
const NOBODY_THERE = /^5\d\d[ -](5\.1\.(?:1|2|3|6|10))(?!\d)/;

/** A server that says at once that nobody is there says what a bounce would say later. */
export class RefusedRecipients implements Automation {
  readonly kind = 'refused-recipients';
  readonly rank = REACTION;
  readonly categories = ['reminder', 'notice'];

  constructor(
    private readonly commands: CommandBus,
    private readonly companies: ContactCompanies,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const refusal = refusalOf(recorded);
    if (!refusal) return [];
    const { contactId, messageId, status } = refusal;
    return [{ set: { subject: contactId, detail: `${status} ${messageId}`, due: atOnce(recorded) } }];
  }

  async act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const [status, messageId] = due.detail.split(' ') as [string, string];
    const contactId = due.subject as ContactId;
    const mail = { contactId, messageId, status, severity: 'hard', sentAt: due.dueAt } as const;
    const { commands, companies } = this;
    return { wrote: await recordWithCompanies(mail, contextOf(this.kind, due), { commands, companies }) };
  }
}

function refusalOf(recorded: RecordedEvent) {
  const event = typed(recorded);
  if (event.type !== 'ReminderFailed' && event.type !== 'NoticeFailed') return undefined;
  const { messageId, permanent, answer } = event.data;
  const status = permanent && NOBODY_THERE.exec(answer)?.[1];
  return status && 'contactId' in event.data ? { contactId: event.data.contactId, messageId, status } : undefined;
}
