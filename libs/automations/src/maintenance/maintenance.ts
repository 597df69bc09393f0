import { EndMaintenance, StartMaintenance } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import type { LicenseId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, idOf, typed } from '../runtime/recorded';

/** The maintenance of a perpetual license begins and ends with it. */
export class MaintenanceOfLicenses implements Automation {
  readonly kind = 'maintenance';
  readonly rank = REACTION;
  readonly categories = ['license', 'maintenance'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    const subject = idOf(recorded);
    const due = atOnce(recorded);
    switch (event.type) {
      case 'LicenseActivated':
        return event.data.kind === 'perpetual' ? [{ set: { subject, detail: START, due } }] : [];
      case 'MaintenanceStarted':
        return [{ clear: { subject, detail: START } }];
      case 'LicenseTerminated':
        return [{ set: { subject, detail: END, due } }];
      case 'MaintenanceEnded':
        return [{ clear: { subject, detail: END } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const licenseId = due.subject as LicenseId;
    const context = contextOf(this.kind, due);
    return this.commands.execute(
      due.detail === START ? new StartMaintenance(licenseId, context) : new EndMaintenance(licenseId, context),
    );
  }
}

const START = 'start';
const END = 'end';
