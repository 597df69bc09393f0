import { OpenRecurringRenewal } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import { addDays, type IsoDate, type LicenseActivated, type LicenseId, type Policy } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import type { Automation, DeadlineChange, DueDeadline } from '../runtime/deadline';
import { subjectOf, typed } from '../runtime/recorded';

/**
 * Opens the renewal of a license with recurring billing on the policy's day, or as soon as its term runs where that day
 * lies before it (L). Whether billing still is on, the command asks.
 */
export class RecurringRenewal implements Automation {
  readonly kind = 'recurring-renewal';
  readonly rank = 4;
  readonly categories = ['license', 'renewal'];

  constructor(
    private readonly commands: CommandBus,
    private readonly policies: ReadonlyMap<string, Policy>,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    switch (event.type) {
      case 'LicenseActivated':
        return this.opening(subjectOf(recorded), event);
      // Not RenewalOpened: between claim and request somebody may die, and the request is still to come.
      case 'RenewalRequested':
        return event.data.lines.map((line) => ({ clear: { subject: line.subject.id } }));
      case 'LicenseRenewed':
      case 'LicenseTerminated':
      case 'LicenseExpired':
        return [{ clear: { subject: subjectOf(recorded) } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const context = contextOf(this.kind, due);
    return this.commands.execute(new OpenRecurringRenewal(due.subject as LicenseId, due.detail as IsoDate, context));
  }

  private opening(subject: string, { data }: LicenseActivated): readonly DeadlineChange[] {
    const { kind, startsOn, expiresOn, zone } = data;
    const policy = this.policies.get(data.policy);
    if (!policy || policy.recurringBilling === 'none' || kind !== 'annual' || expiresOn === undefined) return [];
    const wanted = addDays(expiresOn, -policy.recurringBilling.opensDaysBefore);
    const date = wanted < startsOn ? startsOn : wanted;
    return [{ set: { subject, detail: expiresOn, due: { date, hour: policy.reminders.hour, zone } } }];
  }
}
