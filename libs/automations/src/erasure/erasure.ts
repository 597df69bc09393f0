import { ForgetPerson } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { ContactId, OrganizationId } from '@renewals/licensing';
import type { MailsOfPeople } from '@renewals/mail';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, idOf, typed } from '../runtime/recorded';

/**
 * Once it is on record that a person is erased, their mails, key, address and password go (rule 17). The key goes last:
 * what died half-way is done again.
 */
export class Erasure implements Automation {
  readonly kind = 'erasure';
  readonly rank = REACTION;
  readonly categories = ['organization'];

  constructor(
    private readonly commands: CommandBus,
    private readonly mails: MailsOfPeople,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    return event.type === 'SubjectErased'
      ? [{ set: { subject: event.data.contactId, detail: idOf(recorded), due: atOnce(recorded) } }]
      : [];
  }

  async act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const context = contextOf(this.kind, due);
    const person = due.subject as ContactId;
    await this.mails.forget(person);
    return this.commands.execute(new ForgetPerson(due.detail as OrganizationId, person, context));
  }
}
