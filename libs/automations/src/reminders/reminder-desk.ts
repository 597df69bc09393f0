import {
  type Delivered,
  RecordDelivery,
  type ReminderLookups,
  reminderStreamId,
  type Streams,
} from '@renewals/commands';
import {
  type Audience,
  type ContactId,
  isCompanyContact,
  type LicenseId,
  mailOf,
  mayReceive,
  type Organization,
  recipientsOf,
  reminderStream,
  type SuppressionReason,
} from '@renewals/licensing';
import type { DueReminder, ReminderContent, ReminderDesk, ReminderFailure, Verdict } from '@renewals/mail';
import { derivedId, type PersonalData } from '@renewals/platform';
import type { CommandBus } from '@nestjs/cqrs';
import { whatToDo } from './what-to-do';

/** Answers delivery from the streams as they are at that moment, and turns what it tells into commands (rule 14). */
export class StreamsReminderDesk implements ReminderDesk {
  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
    private readonly lookups: ReminderLookups,
    private readonly personal: PersonalData,
    /** Where people reach the portal. */
    private readonly portalUrl: string,
  ) {}

  async recipients(of: DueReminder): Promise<readonly ContactId[]> {
    const audience = await this.lookups.situationOf(of.subject.id);
    const { state: reminders } = await this.streams.read(reminderStream, reminderStreamId(of.subject, of.expiresOn));
    return recipientsOf(audience).filter((contactId) => !isSettled(mailOf(reminders, of.offset, contactId)));
  }

  async check(of: DueReminder, contactId: ContactId): Promise<Verdict> {
    const { state: reminders } = await this.streams.read(reminderStream, reminderStreamId(of.subject, of.expiresOn));
    if (isSettled(mailOf(reminders, of.offset, contactId))) return 'already-decided';
    const situation = await this.lookups.situationOf(of.subject.id);
    const verdict = mayReceive(contactId, of.expiresOn, situation);
    if (verdict !== 'ok') return { suppress: verdict };
    const content = this.content(contactId, of, situation);
    return content ? { send: content } : { suppress: 'unreachable' };
  }

  recordNoRecipient(of: DueReminder): Promise<void> {
    return this.record(of, { outcome: 'no-recipient', ...key(of) }, 'no-recipient');
  }

  recordSent(of: DueReminder, contactId: ContactId, messageId: string): Promise<void> {
    return this.record(of, { outcome: 'sent', ...key(of), contactId, messageId }, 'sent', contactId);
  }

  recordSuppressed(of: DueReminder, contactId: ContactId, reason: SuppressionReason): Promise<void> {
    return this.record(of, { outcome: 'suppressed', ...key(of), contactId, reason }, 'suppressed', contactId);
  }

  recordFailed(of: DueReminder, contactId: ContactId, failure: ReminderFailure): Promise<void> {
    const purpose = ['failed', contactId, failure.answer];
    return this.record(of, { outcome: 'failed', ...key(of), contactId, ...failure }, ...purpose);
  }

  private async record({ causedBy }: DueReminder, delivered: Delivered, ...purpose: string[]): Promise<void> {
    await this.commands.execute(
      new RecordDelivery(delivered, {
        commandId: derivedId('delivery', causedBy.eventId, ...purpose),
        correlationId: causedBy.correlationId,
        causationId: causedBy.eventId,
        actor: { type: 'automation', id: 'mail' },
      }),
    );
  }

  private content(
    contactId: ContactId,
    { subject, expiresOn }: DueReminder,
    situation: Awaited<ReturnType<ReminderLookups['situationOf']>>,
  ): ReminderContent | undefined {
    const { license, order, policy } = situation;
    const email = this.emailOf(contactId, situation);
    if (email === undefined || !('term' in license) || !license.term) return undefined;
    const { grant } = license;
    const { name, mailFrom, supportEmail, salesEmail } = policy.vendor;
    return {
      to: email,
      vendor: { name, mailFrom, supportEmail, salesEmail },
      license: {
        product: grant.product,
        quota: grant.quota,
        ...(grant.externalId !== undefined && { externalId: grant.externalId }),
      },
      orderId: order.placement.orderId,
      zone: license.term.zone,
      whatToDo: whatToDo(contactId, subject.id as LicenseId, expiresOn, situation, this.portalUrl),
    };
  }

  /** None once the person was erased. */
  private emailOf(contactId: ContactId, { organization, reseller }: Audience): ReminderContent['to'] | undefined {
    const company = isCompanyContact(organization, contactId) ? organization : reseller;
    const contact = company && contactOf(company, contactId);
    const email = contact && this.personal.open(contact.email);
    const name = contact && this.personal.open(contact.name);
    return email === undefined ? undefined : { email, ...(name !== undefined && { name }) };
  }
}

function contactOf(organization: Organization, contactId: ContactId) {
  return organization.status === 'registered' ? organization.contacts.get(contactId) : undefined;
}

function isSettled(mail: ReturnType<typeof mailOf>): boolean {
  return mail?.outcome === 'sent' || mail?.outcome === 'suppressed' || (mail?.outcome === 'failed' && mail.permanent);
}

function key({ subject, expiresOn, offset }: DueReminder) {
  return { subject, expiresOn, offset };
}
