import { ReviewWritingTask } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import {
  addDays,
  channelPolicy,
  type IsoDate,
  opensOn,
  type PolicyOf,
  type SalesTaskOpened,
  subjectKey,
  subjectNamed,
} from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import type { Automation, DeadlineChange, DueDeadline } from '../runtime/deadline';
import { typed } from '../runtime/recorded';
import { type RecordedTerm, recordedTerm } from '../runtime/recorded-term';

/**
 * Asks sales to write to the billing contact when the policy's day has come (L), and takes that back when the term is
 * over. Whether there is a reason to write, the command asks.
 */
export class WritingTasks implements Automation {
  readonly kind = 'writing-tasks';
  readonly rank = 5;
  readonly categories = ['license', 'maintenance', 'billingAgreement', 'salesTask'];

  constructor(
    private readonly commands: CommandBus,
    private readonly policyOf: PolicyOf,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    switch (event.type) {
      case 'SalesTaskOpened':
        return untilOver(event);
      default: {
        const term = recordedTerm(recorded);
        return term ? this.opening(term) : [];
      }
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const context = contextOf(this.kind, due);
    return this.commands.execute(new ReviewWritingTask(subjectNamed(due.subject), due.detail as IsoDate, context));
  }

  private opening(term: RecordedTerm): readonly DeadlineChange[] {
    const { subject, expiresOn, zone } = term;
    const { salesTask, reminders } = channelPolicy(this.policyOf(term), term.channel);
    if (salesTask === 'none') return [];
    const due = { date: opensOn(salesTask, term), hour: reminders.hour, zone };
    return [{ set: { subject, detail: expiresOn, due } }];
  }
}

/** The same deadline again, on the day after the term. */
function untilOver({ data }: SalesTaskOpened): readonly DeadlineChange[] {
  if (data.purpose !== 'write-to-billing-contact') return [];
  const { subject, expiresOn, zone } = data;
  return [{ set: { subject: subjectKey(subject), detail: expiresOn, due: { startOf: addDays(expiresOn, 1), zone } } }];
}
