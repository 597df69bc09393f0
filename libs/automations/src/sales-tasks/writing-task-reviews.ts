import { ReviewWritingTask } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import { type IsoDate, subjectKey, subjectNamed } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Looks again whether sales has to write when the reason for it may have gone, or come back. */
export class WritingTaskReviews implements Automation {
  readonly kind = 'writing-task-reviews';
  readonly rank = REACTION;
  readonly categories = ['license', 'maintenance', 'billingAgreement', 'renewal'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    const review = (subject: string, detail = ''): DeadlineChange => ({
      set: { subject, detail, due: atOnce(recorded) },
    });
    switch (event.type) {
      case 'RenewalApproved':
        return event.data.lines.map((line) => review(subjectKey(line.subject)));
      case 'RecurringBillingCancelled':
      case 'RenewalReleased':
      case 'LicenseTerminated':
      case 'MaintenanceEnded':
        return [review(subjectOf(recorded))];
      case 'TermAligned':
      case 'MaintenanceAligned':
        return [review(subjectOf(recorded), event.data.previousExpiresOn)];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const context = contextOf(this.kind, due);
    const expiresOn = due.detail === '' ? undefined : (due.detail as IsoDate);
    return this.commands.execute(new ReviewWritingTask(subjectNamed(due.subject), expiresOn, context));
  }
}
