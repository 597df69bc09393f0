import { ConvertTrial } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { LicenseId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Ends a trial when the license that was bought for it starts. */
export class TrialConversions implements Automation {
  readonly kind = 'trial-conversions';
  readonly rank = REACTION;
  readonly categories = ['license'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    return event.type === 'LicenseActivated' && event.data.convertsTrial
      ? [{ set: { subject: subjectOf(recorded), detail: event.data.convertsTrial, due: atOnce(recorded) } }]
      : [];
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const context = contextOf(this.kind, due);
    return this.commands.execute(new ConvertTrial(due.subject as LicenseId, due.detail as LicenseId, context));
  }
}
