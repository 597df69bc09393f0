import { RecordSuccessors } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { RenewalId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Records the successors of a renewal as soon as its invoice exists, so that nobody waits for a worker at midnight. */
export class Successors implements Automation {
  readonly kind = 'successors';
  readonly rank = REACTION;
  readonly categories = ['renewal'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    switch (typed(recorded).type) {
      case 'InvoiceGenerated':
        return [{ set: { subject: subjectOf(recorded), detail: '', due: atOnce(recorded) } }];
      case 'RenewalCompleted':
        return [{ clear: { subject: subjectOf(recorded) } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new RecordSuccessors(due.subject as RenewalId, contextOf(this.kind, due)));
  }
}
