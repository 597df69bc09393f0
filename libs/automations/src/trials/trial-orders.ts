import { PlaceTrialOrder } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { LicenseId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Places the order of a trial that was requested; its license is then provisioned like any other. */
export class TrialOrders implements Automation {
  readonly kind = 'trial-orders';
  readonly rank = REACTION;
  readonly categories = ['license'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    return typed(recorded).type === 'TrialRequested'
      ? [{ set: { subject: subjectOf(recorded), detail: '', due: atOnce(recorded) } }]
      : [];
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new PlaceTrialOrder(due.subject as LicenseId, contextOf(this.kind, due)));
  }
}
