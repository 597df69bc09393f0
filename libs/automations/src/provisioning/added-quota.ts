import { IssueAddedQuota } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { LicenseId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Makes the license that carries added quota, activated and configured from the one that it was added to (P). */
export class AddedQuotaLicenses implements Automation {
  readonly kind = 'added-quota';
  readonly rank = REACTION;
  readonly categories = ['license'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    return event.type === 'QuotaAdded'
      ? [{ set: { subject: subjectOf(recorded), detail: event.data.newLicenseId, due: atOnce(recorded) } }]
      : [];
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const context = contextOf(this.kind, due);
    return this.commands.execute(new IssueAddedQuota(due.subject as LicenseId, due.detail as LicenseId, context));
  }
}
