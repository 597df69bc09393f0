import { WithdrawTerminatedRenewal } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { LicenseId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Withdraws a renewal of which nothing is left, because its licenses were terminated. */
export class TerminatedRenewals implements Automation {
  readonly kind = 'terminated-renewals';
  readonly rank = REACTION;
  readonly categories = ['license'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    return typed(recorded).type === 'LicenseTerminated'
      ? [{ set: { subject: subjectOf(recorded), detail: '', due: atOnce(recorded) } }]
      : [];
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new WithdrawTerminatedRenewal(due.subject as LicenseId, contextOf(this.kind, due)));
  }
}
