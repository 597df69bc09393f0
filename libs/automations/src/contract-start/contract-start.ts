import { StartContract } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import { type RenewalId, subjectKey, subjectNamed } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import type { Automation, DeadlineChange, DueDeadline } from '../runtime/deadline';
import { subjectOf, typed } from '../runtime/recorded';

/** Starts the contract of a recorded new term on the day it begins; late ones at once (L). */
export class ContractStart implements Automation {
  readonly kind = 'contract-start';
  readonly rank = 1;
  readonly categories = ['license', 'maintenance', 'renewal'];

  constructor(private readonly commands: CommandBus) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    switch (event.type) {
      case 'LicenseRenewed':
      case 'MaintenanceRenewed': {
        const { renewalId, startsOn, zone } = event.data;
        return [{ set: { subject: renewalId, detail: subjectOf(recorded), due: { startOf: startsOn, zone } } }];
      }
      case 'ContractStarted':
        return [{ clear: { subject: subjectOf(recorded), detail: subjectKey(event.data.subject) } }];
      default:
        return [];
    }
  }

  act(due: DueDeadline): Promise<{ wrote: boolean }> {
    const context = contextOf(this.kind, due);
    return this.commands.execute(new StartContract(due.subject as RenewalId, subjectNamed(due.detail), context));
  }
}
