import { WithdrawAutomaticRenewal } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { LicenseId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Withdraws the renewal that opened by itself when recurring billing is cancelled (L). */
export class CancelledRenewals implements Automation {
  readonly kind = 'cancelled-renewals';
  readonly rank = REACTION;
  readonly categories = ['billingAgreement'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    return typed(recorded).type === 'RecurringBillingCancelled'
      ? [{ set: { subject: subjectOf(recorded), detail: '', due: atOnce(recorded) } }]
      : [];
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new WithdrawAutomaticRenewal(due.subject as LicenseId, contextOf(this.kind, due)));
  }
}
