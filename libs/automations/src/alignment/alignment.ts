import { ApplyAlignment } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Applies an alignment as soon as it is approved (R). */
export class AlignmentApplication implements Automation {
  readonly kind = 'alignment';
  readonly rank = REACTION;
  readonly categories = ['alignment'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    switch (typed(recorded).type) {
      case 'AlignmentApproved':
        return [{ set: { subject: subjectOf(recorded), detail: '', due: atOnce(recorded) } }];
      case 'AlignmentApplied':
        return [{ clear: { subject: subjectOf(recorded) } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new ApplyAlignment(due.subject, contextOf(this.kind, due)));
  }
}
