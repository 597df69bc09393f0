import { FollowOffsets, step } from '@renewals/commands';
import { categoryOf, type RecordedEvent } from '@renewals/event-store';
import type { LicenseId, OrganizationId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, idOf, typed } from '../runtime/recorded';

const OF_COMPANY = 'organization';

/** Lets every license follow the reminder days that its company got, and maintenance those of its license. */
export class FollowedOffsets implements Automation {
  readonly kind = 'reminder-offsets';
  readonly rank = REACTION;
  readonly categories = [OF_COMPANY, 'license'];

  constructor(
    private readonly commands: CommandBus,
    private readonly licensesOf: (organizationId: OrganizationId) => Promise<readonly LicenseId[]>,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    if (typed(recorded).type !== 'ReminderOffsetsOverridden') return [];
    const detail = categoryOf(recorded.stream);
    return [{ set: { subject: idOf(recorded), detail, due: atOnce(recorded) } }];
  }

  async act(due: DueDeadline): Promise<{ wrote: boolean }> {
    let wrote = false;
    for (const licenseId of await this.concerned(due)) {
      const context = step(contextOf(this.kind, due), licenseId);
      const outcome = await this.commands.execute(new FollowOffsets(licenseId, context));
      wrote ||= outcome.wrote;
    }
    return { wrote };
  }

  private async concerned({ subject, detail }: DueDeadline): Promise<readonly LicenseId[]> {
    return detail === OF_COMPANY ? this.licensesOf(subject as OrganizationId) : [subject as LicenseId];
  }
}
