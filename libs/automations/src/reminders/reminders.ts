import { DecideReminders } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import {
  type IsoDate,
  type LicenseActivated,
  type LicenseId,
  type Policy,
  type ReminderEvent,
  remindersOf,
} from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import type { Automation, DeadlineChange, DueDeadline } from '../runtime/deadline';
import { subjectOf, typed } from '../runtime/recorded';

export const REMINDERS = 'reminders';

/** Decides the reminders of a term on their days, at the policy's hour in the term's zone (R, L). */
export class RemindersDue implements Automation {
  readonly kind = REMINDERS;
  readonly rank = 3;
  readonly categories = ['license', 'reminder'];

  constructor(
    private readonly commands: CommandBus,
    private readonly policies: ReadonlyMap<string, Policy>,
    /** Whether mail waits after an import; then reminders wait too. */
    readonly isHeld: () => Promise<boolean>,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    switch (event.type) {
      case 'LicenseActivated':
        return this.ofTerm(subjectOf(recorded), event);
      case 'LicenseTerminated':
        return [{ clear: { subject: subjectOf(recorded) } }];
      case 'ReminderDue':
        return decided(event);
      case 'ReminderSuppressed':
        return event.data.contactId === undefined ? decided(event) : [];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const subject = { kind: 'license', id: due.subject as LicenseId } as const;
    const { expiresOn } = expiryOf(due.detail);
    return this.commands.execute(new DecideReminders({ subject, expiresOn }, contextOf(this.kind, due)));
  }

  private ofTerm(subject: string, { data }: LicenseActivated): readonly DeadlineChange[] {
    const { kind, startsOn, expiresOn, zone } = data;
    const policy = this.policies.get(data.policy);
    if (!policy || kind !== 'annual' || expiresOn === undefined) return [];
    return remindersOf(policy, { startsOn, expiresOn, zone }).map(({ offset, dueOn }) => ({
      set: { subject, detail: detailOf(expiresOn, offset), due: { date: dueOn, hour: policy.reminders.hour, zone } },
    }));
  }
}

function decided({ data: { subject, expiresOn, offset } }: ReminderEvent): readonly DeadlineChange[] {
  return [{ clear: { subject: subject.id, detail: detailOf(expiresOn, offset) } }];
}

function detailOf(expiresOn: IsoDate, offset: number): string {
  return `${expiresOn} ${offset}`;
}

/** What the detail of a reminder's deadline says. */
export function expiryOf(detail: string): { readonly expiresOn: IsoDate; readonly offset: number } {
  const [expiresOn, offset] = detail.split(' ') as [IsoDate, string];
  return { expiresOn, offset: Number(offset) };
}
