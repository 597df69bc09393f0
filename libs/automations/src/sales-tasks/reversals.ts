import { FollowUpReversal } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { RenewalId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Asks sales what is to become of a contract that runs and whose payment bounced. */
export class Reversals implements Automation {
  readonly kind = 'reversals';
  readonly rank = REACTION;
  readonly categories = ['renewal'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    if (event.type !== 'RenewalPaymentReversed' || !event.data.contractRuns) return [];
    return [{ set: { subject: subjectOf(recorded), detail: event.data.paymentId, due: atOnce(recorded) } }];
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const context = contextOf(this.kind, due);
    return this.commands.execute(new FollowUpReversal(due.subject as RenewalId, due.detail, context));
  }
}
