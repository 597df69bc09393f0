import type { ContactId } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import type { ReportFolder } from '../bounces/report-folder';
import type { DeadLetters } from '../outbox/dead-letters';
import type { MailFolder } from '../transport/mail-folder';

/** What is kept of the mails to, and about, a person. */
export class MailsOfPeople {
  constructor(
    private readonly folder: MailFolder,
    private readonly reports: ReportFolder,
    private readonly parked: DeadLetters,
    private readonly clock: Clock,
  ) {}

  /**
   * Removes the filed mails that name the person, and what came back of them. What waits for an operator is decided once more: nobody may write to
   * the person any more, which is put on record, and with that it leaves the outbox, also one that is built anew.
   */
  async forget(person: ContactId): Promise<void> {
    await this.folder.forget(person);
    await this.reports.forget(person);
    await this.parked.replayTo(person, this.clock.now());
  }
}
