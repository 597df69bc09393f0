import { type Desk, RecordConfirmation } from '@renewals/commands';
import type { RecordedEvent } from '@renewals/event-store';
import { billingRecipientsOf, type ContactId, type RenewalId } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { contextOf } from '../runtime/context';
import { type Automation, type DeadlineChange, type DueDeadline, REACTION } from '../runtime/deadline';
import { atOnce, subjectOf, typed } from '../runtime/recorded';
import { billedLines, renewedLicense } from './kinds/billed-lines';

/** Records on the renewal that its confirmation went out (L). */
export class ConfirmationsSent implements Automation {
  readonly kind = 'confirmations-sent';
  readonly rank = REACTION;
  readonly categories = ['notice', 'renewal'];

  constructor(
    private readonly commands: CommandBus,
    private readonly desk: Desk,
  ) {}

  deadlines(recorded: RecordedEvent): readonly DeadlineChange[] {
    const event = typed(recorded);
    switch (event.type) {
      case 'NoticeSent': {
        if (event.data.kind !== 'confirmation' || event.data.to !== 'contact') return [];
        const { about, contactId, messageId } = event.data;
        return [{ set: { subject: about.renewalId, detail: `${contactId} ${messageId}`, due: atOnce(recorded) } }];
      }
      case 'ConfirmationSent': {
        const { contactId, messageId } = event.data;
        return [{ clear: { subject: subjectOf(recorded), detail: `${contactId} ${messageId}` } }];
      }
      default:
        return [];
    }
  }

  async act(due: DueDeadline): Promise<{ readonly wrote: boolean }> {
    const renewalId = due.subject as RenewalId;
    const [contactId, messageId] = due.detail.split(' ') as [ContactId, string];
    const keyInstructions = await this.hadKeyInstructions(renewalId, contactId);
    const confirmation = { contactId, messageId, receipt: true, keyInstructions };
    return this.commands.execute(new RecordConfirmation(renewalId, confirmation, contextOf(this.kind, due)));
  }

  private async hadKeyInstructions(renewalId: RenewalId, contactId: ContactId): Promise<boolean> {
    const renewal = await this.desk.renewal(renewalId);
    if (renewal.stage !== 'completed') return false;
    const lines = await billedLines(renewal, this.desk);
    const renewed = await Promise.all(
      lines
        .filter((line) => billingRecipientsOf(line).includes(contactId))
        .filter(({ line }) => line.subject.kind === 'license')
        .map((line) => renewedLicense(line, this.desk)),
    );
    return renewed.some((license) => license?.grant.delivery === 'classic');
  }
}
