import { WithdrawExpiredRenewal } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { LicenseId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Withdraws a renewal that nobody approved before its license expired. */
export class Withdrawal implements Automation {
  readonly kind = 'withdrawal';
  readonly rank = REACTION;
  readonly categories = ['license'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const subject = subjectOf(recorded);
    switch (typed(recorded).type) {
      case 'LicenseExpired':
        return [{ set: { subject, detail: '', due: atOnce(recorded) } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new WithdrawExpiredRenewal(due.subject as LicenseId, contextOf(this.kind, due)));
  }
}
