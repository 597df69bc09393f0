import {
  dropWritingTask,
  type IsoDate,
  type LicenseId,
  openWritingTask,
  salesTaskStream,
  type Subject,
  subjectKey,
} from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ReminderLookups } from '../reminder/lookups';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { Subjects } from '../subjects/subjects';

/**
 * Opens the task to write about the end of a term when it is time for that, and takes it back when its reason is gone.
 * Without `expiresOn` it is about the term that recurring billing renews next.
 */
export class ReviewWritingTask extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly subject: Subject,
    readonly expiresOn: IsoDate | undefined,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviewWritingTask)
export class ReviewWritingTaskHandler implements ICommandHandler<ReviewWritingTask> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    private readonly lookups: ReminderLookups,
  ) {}

  async execute({ subject: named, expiresOn, context }: ReviewWritingTask): Promise<Pick<Outcome, 'wrote'>> {
    const subject = expiresOn === undefined ? await this.renewedNext(named.id) : named;
    const renewable = await this.subjects.of(subject).renewable(expiresOn);
    if (!renewable) return { wrote: false };
    const about = { subject, expiresOn: expiresOn ?? renewable.term.expiresOn };
    const situation = await this.lookups.situationOf(about);
    const command = { taskId: derivedId('sales-task', 'writing', subjectKey(subject), about.expiresOn), ...about };
    return this.streams.decide(salesTaskStream, command.taskId, context, (task) =>
      task.status === 'open' ? dropWritingTask(task, command, situation) : openWritingTask(task, command, situation),
    );
  }

  private async renewedNext(licenseId: LicenseId): Promise<Subject> {
    const { license } = await this.desk.licenseWithOrder(licenseId);
    return this.subjects.renewedOf(license);
  }
}
