import { ReviewSilence, step } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { ContactId, OrderId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, typed } from '../runtime/recorded';

/** Tells sales of the orders that a person was the last to be reached of, once mail to that person comes back. */
export class Silences implements Automation {
  readonly kind = 'silences';
  readonly rank = REACTION;
  readonly categories = ['organization'];

  constructor(
    private readonly commands: CommandBus,
    /** Orders on any list of which the person is, at the view's time. */
    private readonly ordersNaming: (contactId: string) => Promise<readonly string[]>,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const contactId = whoseReachabilityChanged(recorded);
    return contactId === undefined ? [] : [{ set: { subject: contactId, detail: recorded.id, due: atOnce(recorded) } }];
  }

  async act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const contactId = due.subject as ContactId;
    const context = contextOf(this.kind, due);
    let wrote = false;
    for (const orderId of await this.ordersNaming(contactId)) {
      const command = new ReviewSilence(orderId as OrderId, contactId, step(context, orderId));
      wrote = (await this.commands.execute(command)).wrote || wrote;
    }
    return { wrote };
  }
}

function whoseReachabilityChanged(recorded: RecordedEvent): ContactId | undefined {
  const event = typed(recorded);
  switch (event.type) {
    case 'MailBounced':
      return event.data.severity === 'soft' ? undefined : event.data.contactId;
    case 'ContactReachable':
    case 'ContactEmailChanged':
      return event.data.contactId;
    default:
      return undefined;
  }
}
