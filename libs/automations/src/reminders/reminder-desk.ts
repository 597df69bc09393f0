import {
  type Delivered,
  RecordDelivery,
  type ReminderLookups,
  reminderStreamId,
  type Streams,
  type UnsubscribeLinks,
} from '@renewals/commands';
import {
  channelPolicy,
  type ContactId,
  isOverWith,
  isUsedUp,
  localeOf,
  mailOf,
  maySend,
  recipientsOf,
  reminderStream,
  unreachedRecipients,
} from '@renewals/licensing';
import type {
  DigestContent,
  DigestWriter,
  DueReminder,
  MailDesk,
  MailOutcome,
  ReminderContent,
  RoleInOrders,
  Verdict,
} from '@renewals/mail';
import type { PersonalData } from '@renewals/platform';
import type { CommandBus } from '@nestjs/cqrs';
import { addressIn, companyOf, customerOf, licenseOnMail, vendorOf } from '../correspondence/correspondent';
import { deliveryContext } from '../correspondence/delivery-context';
import type { Pages } from '../correspondence/pages';
import { digestOf } from './digest';
import { stepFor } from './what-to-do';

/** Answers delivery from the streams as they are at that moment, and turns what it tells into commands (rule 14). */
export class StreamsReminderDesk implements MailDesk<DueReminder>, DigestWriter {
  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
    private readonly lookups: ReminderLookups,
    private readonly personal: PersonalData,
    private readonly pages: Pages,
    private readonly unsubscribeLinks: UnsubscribeLinks,
  ) {}

  async recipients(of: DueReminder): Promise<readonly ContactId[]> {
    const audience = await this.lookups.situationOf(of);
    const { state: reminders } = await this.streams.read(reminderStream, reminderStreamId(of.subject, of.expiresOn));
    if (unreachedRecipients(audience).length > 0) return [];
    return recipientsOf(audience).filter((contactId) => !isOverWith(mailOf(reminders, of.offset, contactId)));
  }

  async check(of: DueReminder, contactId: ContactId): Promise<Verdict> {
    const { state: reminders } = await this.streams.read(reminderStream, reminderStreamId(of.subject, of.expiresOn));
    if (isOverWith(mailOf(reminders, of.offset, contactId))) return 'already-decided';
    const situation = await this.lookups.situationOf(of);
    const verdict = maySend(contactId, of, { ...situation, reminders });
    if (verdict !== 'ok') return { suppress: verdict };
    const content = await this.content(contactId, of, situation);
    return content ? { send: content } : { suppress: 'unreachable' };
  }

  async record(of: DueReminder, told: MailOutcome): Promise<void> {
    const delivered = told.outcome === 'no-recipient' ? await this.nobodyReached(of) : deliveredOf(of, told);
    await this.commands.execute(new RecordDelivery(delivered, deliveryContext(of, told)));
  }

  digestOf(contactId: ContactId, lines: readonly ReminderContent[]): DigestContent {
    return digestOf(lines, (orderIds) =>
      this.pages.unsubscribe(this.unsubscribeLinks.tokenFor({ kind: 'reminders', orderIds, contactId })),
    );
  }

  private async nobodyReached({ subject, expiresOn, offset }: DueReminder): Promise<Delivered> {
    const unreached = unreachedRecipients(await this.lookups.situationOf({ subject, expiresOn }));
    return { outcome: 'no-recipient', subject, expiresOn, offset, unreached };
  }

  private async content(
    contactId: ContactId,
    of: DueReminder,
    situation: Awaited<ReturnType<ReminderLookups['situationOf']>>,
  ): Promise<ReminderContent | undefined> {
    const { license, order, policy, channel, renewable } = situation;
    const isBillingMail = channelPolicy(policy, channel).reminders.audience === 'billing-contact';
    const to = addressIn(companyOf(contactId, situation), contactId, this.personal);
    const customer = customerOf(contactId, situation);
    const { orderId } = order.placement;
    if (to === undefined || !renewable) return undefined;
    return {
      kind: 'reminder',
      to,
      locale: localeOf(companyOf(contactId, situation), contactId, policy),
      vendor: vendorOf(policy),
      list: {
        label: orderId,
        unsubscribeUrl: this.pages.unsubscribe(
          this.unsubscribeLinks.tokenFor({ kind: 'reminders', orderIds: [orderId], contactId }),
        ),
      },
      ends: of.subject.kind,
      expiresOn: of.expiresOn,
      zone: renewable.term.zone,
      license: licenseOnMail(license),
      usedUp: isUsedUp(license),
      orderId,
      ...(isBillingMail && { costs: this.lookups.costsOf(of, situation) }),
      ...(customer !== undefined && { customer }),
      digest: channelPolicy(policy, channel).reminders.digest,
      because: { role: roleOf(isBillingMail, customer), orders: [orderId] },
      step: stepFor(contactId, situation, await this.lookups.refusalToRenew(of, contactId), this.pages),
    };
  }
}

function roleOf(isBillingMail: boolean, customer: string | undefined): RoleInOrders['role'] {
  if (customer !== undefined) return 'reseller';
  return isBillingMail ? 'billing-contact' : 'order-contact';
}

type AboutOne = Exclude<MailOutcome, { outcome: 'no-recipient' }>;

/** A reminder is nobody's but a contact's, and is suppressed for a reason that this desk gave. */
function deliveredOf({ subject, expiresOn, offset }: DueReminder, told: AboutOne): Delivered {
  const { recipient, ...outcome } = told;
  return { subject, expiresOn, offset, ...outcome, contactId: recipient as ContactId } as Delivered;
}
