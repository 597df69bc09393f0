import { ProvisionOrder } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { OrderId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Issues the licenses of an order as soon as it is placed. Imported orders come with theirs. */
export class Provisioning implements Automation {
  readonly kind = 'provisioning';
  readonly rank = REACTION;
  readonly categories = ['order'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    return event.type === 'OrderPlaced' && !event.data.imported
      ? [{ set: { subject: subjectOf(recorded), detail: '', due: atOnce(recorded) } }]
      : [];
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new ProvisionOrder(due.subject as OrderId, contextOf(this.kind, due)));
  }
}
