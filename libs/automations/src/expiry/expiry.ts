import { RecordExpiry } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import { addDays, type LicenseId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import type { Automation, DeadlineChange, DueDeadline } from '../runtime/deadline';
import { subjectOf, typed } from '../runtime/recorded';

/** Records that a term is over, once the day after its last day has begun. */
export class Expiry implements Automation {
  readonly kind = 'expiry';
  readonly rank = 2;
  readonly categories = ['license'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    const subject = subjectOf(recorded);
    switch (event.type) {
      case 'LicenseActivated': {
        const { expiresOn, zone } = event.data;
        if (expiresOn === undefined) return [];
        return [{ set: { subject, detail: '', due: { startOf: addDays(expiresOn, 1), zone } } }];
      }
      case 'TrialExtended': {
        const { newExpiresOn, zone } = event.data;
        return [{ set: { subject, detail: '', due: { startOf: addDays(newExpiresOn, 1), zone } } }];
      }
      case 'LicenseRenewed':
      case 'LicenseTerminated':
      case 'LicenseExpired':
        return [{ clear: { subject } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    return this.commands.execute(new RecordExpiry(due.subject as LicenseId, contextOf(this.kind, due)));
  }
}
