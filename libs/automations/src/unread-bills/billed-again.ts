import { ResolveUnreadBill, step } from '@renewals/commands';
import { categoryOf, type RecordedEvent } from '@renewals/event-store';
import type { OrderId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, idOf, typed } from '../runtime/recorded';

/**
 * Resolves the alert of an order once somebody gets its bills again: another billing contact, the same one who is back
 * in the company, or the next primary contact of the reseller.
 */
export class BilledAgain implements Automation {
  readonly kind = 'billed-again';
  readonly rank = REACTION;
  readonly categories = ['order', 'organization'];

  constructor(
    private readonly commands: CommandBus,
    /** Orders that a company bought, or sold as a reseller, whose bills reach nobody, at the view's time. */
    private readonly unbilledOf: (organization: string) => Promise<readonly string[]>,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const subject = idOf(recorded);
    return changesWhoIsBilled(recorded)
      ? [{ set: { subject, detail: `${categoryOf(recorded.stream)} ${recorded.id}`, due: atOnce(recorded) } }]
      : [];
  }

  async act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const orders = due.detail.startsWith('order ') ? [due.subject] : await this.unbilledOf(due.subject);
    const context = contextOf(this.kind, due);
    let wrote = false;
    for (const orderId of orders) {
      const command = new ResolveUnreadBill(orderId as OrderId, step(context, orderId));
      wrote = (await this.commands.execute(command)).wrote || wrote;
    }
    return { wrote };
  }
}

function changesWhoIsBilled(recorded: RecordedEvent): boolean {
  const event = typed(recorded);
  switch (event.type) {
    case 'ContactAdded':
      return event.data.role === 'billing';
    case 'RemindersResubscribed':
    case 'InvitationAccepted':
    case 'PrimaryContactAssigned':
    case 'ContactReachable':
    case 'ContactEmailChanged':
      return true;
    default:
      return false;
  }
}
