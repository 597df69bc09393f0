import { AlertOfUnreadBill, type Desk, step } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { RenewalId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, typed } from '../runtime/recorded';

/** Alerts sales of the orders on a receipt that reaches nobody: when it falls due, and when it turns out so (L). */
export class UnreadBills implements Automation {
  readonly kind = 'unread-bills';
  readonly rank = REACTION;
  readonly categories = ['notice'];

  constructor(
    private readonly commands: CommandBus,
    private readonly desk: Desk,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    if (event.type !== 'NoticeDue' && event.type !== 'NoticeSuppressed') return [];
    if (event.data.kind !== 'confirmation') return [];
    return [{ set: { subject: event.data.about.renewalId, detail: recorded.id, due: atOnce(recorded) } }];
  }

  async act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const renewal = await this.desk.renewal(due.subject as RenewalId);
    if (renewal.stage === 'unrequested') return { wrote: false };
    const billed = await Promise.all(renewal.lines.map(({ subject }) => this.desk.licenseWithOrder(subject.id)));
    const context = contextOf(this.kind, due);
    let wrote = false;
    for (const orderId of new Set(billed.map(({ order }) => order.placement.orderId))) {
      const outcome = await this.commands.execute(new AlertOfUnreadBill(orderId, step(context, orderId)));
      wrote ||= outcome.wrote;
    }
    return { wrote };
  }
}
