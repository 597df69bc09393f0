import { DecideReminders } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import {
  channelPolicy,
  type IsoDate,
  type PolicyOf,
  type ReminderEvent,
  remindersInForce,
  remindersOf,
  subjectKey,
  subjectNamed,
} from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import type { Automation, DeadlineChange, DueDeadline } from '../runtime/deadline';
import { subjectOf, typed } from '../runtime/recorded';
import { recordedTerm, type RecordedTerm } from '../runtime/recorded-term';

export const REMINDERS = 'reminders';

/**
 * Decides the reminders of a term on their days, at the policy's hour in the term's zone (R, L). When recurring billing
 * is resumed, the order is moved to another version of its policy or other offsets are set, the days are set anew; what
 * was decided stays so.
 */
export class RemindersDue implements Automation {
  readonly kind = REMINDERS;
  readonly rank = 3;
  readonly categories = ['license', 'maintenance', 'billingAgreement', 'reminder'];

  constructor(
    private readonly commands: CommandBus,
    private readonly policyOf: PolicyOf,
    /** Whether mail waits after an import; then reminders wait too. */
    readonly isHeld: () => Promise<boolean>,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    switch (event.type) {
      case 'LicenseTerminated':
      case 'MaintenanceEnded':
        return [{ clear: { subject: subjectOf(recorded) } }];
      case 'ReminderDue':
        return decided(event);
      case 'ReminderSuppressed':
        return event.data.contactId === undefined ? decided(event) : [];
      case 'ReminderOffsetsChanged': {
        const { term } = event.data;
        return term ? this.anew({ ...event.data, ...term, subject: subjectOf(recorded) }) : [];
      }
      default: {
        const term = recordedTerm(recorded);
        if (!term) return [];
        return event.type === 'PolicyMoved' ? this.anew(term) : this.ofTerm(term);
      }
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const { expiresOn } = expiryOf(due.detail);
    const command = { subject: subjectNamed(due.subject), expiresOn };
    return this.commands.execute(new DecideReminders(command, contextOf(this.kind, due)));
  }

  private anew(term: RecordedTerm): readonly DeadlineChange[] {
    return [{ clear: { subject: term.subject } }, ...this.ofTerm(term)];
  }

  private ofTerm(term: RecordedTerm): readonly DeadlineChange[] {
    const { subject, expiresOn, zone } = term;
    const reminders = remindersInForce(channelPolicy(this.policyOf(term), term.channel).reminders, term.overrides);
    return remindersOf(reminders, term).map(({ offset, dueOn }) => ({
      set: { subject, detail: detailOf(expiresOn, offset), due: { date: dueOn, hour: reminders.hour, zone } },
    }));
  }
}

function decided({ data: { subject, expiresOn, offset } }: ReminderEvent): readonly DeadlineChange[] {
  return [{ clear: { subject: subjectKey(subject), detail: detailOf(expiresOn, offset) } }];
}

/** Of the deadline of one reminder. */
export function detailOf(expiresOn: IsoDate, offset: number): string {
  return `${expiresOn} ${offset}`;
}

/** What the detail of a reminder's deadline says. */
export function expiryOf(detail: string): { readonly expiresOn: IsoDate; readonly offset: number } {
  const [expiresOn, offset] = detail.split(' ') as [IsoDate, string];
  return { expiresOn, offset: Number(offset) };
}
