import type { CommandContext } from '@renewals/commands';
import type { ContactId } from '@renewals/licensing';
import { type MailReport, NotUnderstood, readReport } from '@renewals/mail';
import { derivedId } from '@renewals/platform';
import type { ContactCompanies, SentMails } from '@renewals/projections';
import type { CommandBus } from '@nestjs/cqrs';
import { recordWithCompanies } from './record-with-companies';

export interface RecordedReport extends MailReport {
  /** Whose mail it was. */
  readonly contactId: ContactId;
  /** Whether it was news: not when it was reported before, or when the contact has been reachable again since. */
  readonly wrote: boolean;
}

/** No mail of that Message-ID went out from here to a contact. */
export class UnknownMail extends NotUnderstood {}

/**
 * Takes what other servers and readers say of our mails. Who is meant is told by the Message-ID only, which nobody knows
 * who was not sent the mail: a forged report about somebody else's address changes nothing.
 */
export class ReturnedMails {
  constructor(
    private readonly commands: CommandBus,
    private readonly sentMails: SentMails,
    private readonly companies: ContactCompanies,
  ) {}

  /** `raw`: a bounce or a complaint, RFC 5322. The same again changes nothing. Throws `NotUnderstood`, `UnknownMail`. */
  async record(raw: Buffer, actor: CommandContext['actor']): Promise<RecordedReport> {
    const report = await readReport(raw);
    const { messageId, verdict, status } = report;
    const mail = await this.sentMails.named(messageId);
    if (!mail) {
      throw new UnknownMail(
        `No mail with the Message-ID ${messageId} is on record. If it went out a moment ago, bring the report again; else it was not ours.`,
      );
    }
    if (mail.recipient === 'sales' || mail.recipient === 'support') {
      throw new UnknownMail(
        `That mail went to the vendor's own ${mail.recipient}. See that the address in the policy takes mail.`,
      );
    }
    const contactId = mail.recipient as ContactId;
    if (verdict === 'arrived') return { ...report, contactId, wrote: false };
    const sentAt = Date.parse(mail.sentAt);
    const bounced = { contactId, messageId, sentAt, severity: verdict, ...(status !== undefined && { status }) };
    const context = contextOf(report, actor);
    const { commands, companies } = this;
    const wrote = await recordWithCompanies(bounced, context, { commands, companies });
    return { ...report, contactId, wrote };
  }
}

function contextOf({ messageId, verdict }: MailReport, actor: CommandContext['actor']): CommandContext {
  const commandId = derivedId('mail report', messageId, verdict);
  return { commandId, correlationId: commandId, causationId: commandId, actor };
}
