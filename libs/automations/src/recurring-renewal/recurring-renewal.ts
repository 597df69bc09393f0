import { OpenRecurringRenewal } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import { addDays, channelPolicy, type IsoDate, type PolicyOf, subjectKey, subjectNamed } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import type { Automation, DeadlineChange, DueDeadline } from '../runtime/deadline';
import { subjectOf, typed } from '../runtime/recorded';
import { recordedTerm, type RecordedTerm } from '../runtime/recorded-term';

/**
 * Opens the renewal of what recurring billing is on for on the policy's day, or as soon as its term runs where that day
 * lies before it (L). Whether billing still is on, the command asks; when it is resumed, the day comes back.
 */
export class RecurringRenewal implements Automation {
  readonly kind = 'recurring-renewal';
  readonly rank = 4;
  readonly categories = ['license', 'maintenance', 'renewal', 'billingAgreement'];

  constructor(
    private readonly commands: CommandBus,
    private readonly policyOf: PolicyOf,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    switch (event.type) {
      // Not RenewalOpened: between claim and request somebody may die, and the request is still to come.
      case 'RenewalRequested':
        return event.data.lines.map((line) => ({ clear: { subject: subjectKey(line.subject) } }));
      case 'LicenseRenewed':
      case 'LicenseTerminated':
      case 'LicenseExpired':
      case 'MaintenanceLapsed':
      case 'MaintenanceEnded':
        return [{ clear: { subject: subjectOf(recorded) } }];
      default: {
        const term = recordedTerm(recorded);
        return term ? this.opening(term) : [];
      }
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const context = contextOf(this.kind, due);
    return this.commands.execute(new OpenRecurringRenewal(subjectNamed(due.subject), due.detail as IsoDate, context));
  }

  /** One day at most is to come: that of the term which was recorded last. */
  private opening(term: RecordedTerm): readonly DeadlineChange[] {
    const { subject, startsOn, expiresOn, zone } = term;
    const { recurringBilling, reminders } = channelPolicy(this.policyOf(term), term.channel);
    const others: DeadlineChange = { clear: { subject } };
    if (recurringBilling === 'none') return [others];
    const wanted = addDays(expiresOn, -recurringBilling.opensDaysBefore);
    const date = wanted < startsOn ? startsOn : wanted;
    return [others, { set: { subject, detail: expiresOn, due: { date, hour: reminders.hour, zone } } }];
  }
}
