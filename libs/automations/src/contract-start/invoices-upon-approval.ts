import { InvoiceUponApproval } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { RenewalId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';

/** Invoices a renewal that was approved, or whose commitment came after its approval, where nobody has to do it. */
export class InvoicesUponApproval implements Automation {
  readonly kind = 'invoices-upon-approval';
  readonly rank = REACTION;
  readonly categories = ['renewal'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    switch (typed(recorded).type) {
      case 'RenewalApproved':
      case 'CommitmentReceived':
        return [{ set: { subject: subjectOf(recorded), detail: '', due: atOnce(recorded) } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new InvoiceUponApproval(due.subject as RenewalId, contextOf(this.kind, due)));
  }
}
