import { type OpeningAnswer, OpenRecurringRenewal } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import {
  addDays,
  automaticOpeningOn,
  channelPolicy,
  type IsoDate,
  noticeWindow,
  type PolicyOf,
  subjectKey,
  subjectNamed,
} from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import type { Automation, DeadlineChange, DueDeadline } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';
import { recordedTerm, type RecordedTerm } from '../runtime/recorded-term';

/**
 * Opens the renewal of what recurring billing is on for on the policy's day, or as soon as its term runs where that day
 * lies before it (L). Whether billing still is on, the command asks; when it is resumed, the day comes back. Where the
 * policy wants it proven that somebody was told, it waits for the mail that does, up to the day after the last for that.
 */
export class RecurringRenewal implements Automation {
  readonly kind = 'recurring-renewal';
  readonly rank = 4;
  readonly categories = ['license', 'maintenance', 'renewal', 'billingAgreement', 'reminder'];

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
      case 'ReminderSent': {
        const { subject, expiresOn } = event.data;
        return [{ hasten: { subject: subjectKey(subject), detail: expiresOn, ...atOnce(recorded) } }];
      }
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

  act(due: DueDeadline): Promise<OpeningAnswer> {
    const context = contextOf(this.kind, due);
    return this.commands.execute(new OpenRecurringRenewal(subjectNamed(due.subject), due.detail as IsoDate, context));
  }

  /** One day at most is to come: that of the term which was recorded last. */
  private opening(term: RecordedTerm): readonly DeadlineChange[] {
    const { subject, expiresOn, zone } = term;
    const { recurringBilling, reminders } = channelPolicy(this.policyOf(term), term.channel);
    const others: DeadlineChange = { clear: { subject } };
    if (recurringBilling === 'none') return [others];
    const opensOn = automaticOpeningOn(recurringBilling, term);
    const window = noticeWindow(recurringBilling, term);
    const date = window && window.until < opensOn ? addDays(window.until, 1) : opensOn;
    return [others, { set: { subject, detail: expiresOn, due: { date, hour: reminders.hour, zone } } }];
  }
}
