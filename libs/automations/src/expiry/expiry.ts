import { RecordExpiry } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import { addDays, type IsoDate, subjectNamed, type Zone } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import type { Automation, DeadlineChange, DueDeadline } from '../runtime/deadline';
import { subjectOf, typed } from '../runtime/recorded';

export const EXPIRY = 'expiry';

/** Records that a term is over, once the day after its last day has begun. */
export class Expiry implements Automation {
  readonly kind = EXPIRY;
  readonly rank = 2;
  readonly categories = ['license', 'maintenance'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    const subject = subjectOf(recorded);
    switch (event.type) {
      case 'LicenseActivated':
      case 'MaintenanceStarted':
        return event.data.expiresOn === undefined ? [] : [over(subject, event.data.expiresOn, event.data.zone)];
      case 'TrialExtended':
      case 'LicenseReactivated':
      case 'TermAligned':
      case 'MaintenanceRenewed':
      case 'MaintenanceAligned':
        return [over(subject, event.data.newExpiresOn, event.data.zone)];
      case 'LicenseRenewed':
      case 'LicenseTerminated':
      case 'LicenseExpired':
      case 'TrialConverted':
      case 'MaintenanceLapsed':
      case 'MaintenanceEnded':
        return [{ clear: { subject } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new RecordExpiry(subjectNamed(due.subject), contextOf(this.kind, due)));
  }
}

function over(subject: string, expiresOn: IsoDate, zone: Zone): DeadlineChange {
  return { set: { subject, detail: '', due: { startOf: addDays(expiresOn, 1), zone } } };
}
