import { RemoveDepartedContact, step } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { ContactId, OrderId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, idOf, typed } from '../runtime/recorded';

/**
 * Takes whoever left the company off the lists of its orders. Their access ended with the departure itself; this tidies,
 * and tells sales of orders where nobody is left (F). Somebody who is back by then stays.
 */
export class Departures implements Automation {
  readonly kind = 'departures';
  readonly rank = REACTION;
  readonly categories = ['organization'];

  constructor(
    private readonly commands: CommandBus,
    /** Orders on any list of which the person is, at the view's time. */
    private readonly ordersNaming: (contactId: string) => Promise<readonly string[]>,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    return event.type === 'CompanyContactRemoved'
      ? [{ set: { subject: event.data.contactId, detail: idOf(recorded), due: atOnce(recorded) } }]
      : [];
  }

  async act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const contactId = due.subject as ContactId;
    const context = contextOf(this.kind, due);
    let wrote = false;
    for (const orderId of await this.ordersNaming(contactId)) {
      const command = new RemoveDepartedContact(orderId as OrderId, contactId, step(context, orderId));
      wrote = (await this.commands.execute(command)).wrote || wrote;
    }
    return { wrote };
  }
}
