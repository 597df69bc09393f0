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
  mailOf,
  mayReceive,
  recipientsOf,
  reminderStream,
} from '@renewals/licensing';
import type { DueReminder, MailDesk, MailOutcome, ReminderContent, Verdict } from '@renewals/mail';
import type { PersonalData } from '@renewals/platform';
import type { CommandBus } from '@nestjs/cqrs';
import { addressIn, companyOf, customerOf, licenseOnMail, vendorOf } from '../correspondence/correspondent';
import { deliveryContext } from '../correspondence/delivery-context';
import type { Pages } from '../correspondence/pages';
import { whatToDo } from './what-to-do';

/** Answers delivery from the streams as they are at that moment, and turns what it tells into commands (rule 14). */
export class StreamsReminderDesk implements MailDesk<DueReminder> {
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
    return recipientsOf(audience).filter((contactId) => !isOverWith(mailOf(reminders, of.offset, contactId)));
  }

  async check(of: DueReminder, contactId: ContactId): Promise<Verdict> {
    const { state: reminders } = await this.streams.read(reminderStream, reminderStreamId(of.subject, of.expiresOn));
    if (isOverWith(mailOf(reminders, of.offset, contactId))) return 'already-decided';
    const situation = await this.lookups.situationOf(of);
    const verdict = mayReceive(contactId, of.expiresOn, situation);
    if (verdict !== 'ok') return { suppress: verdict };
    const content = await this.content(contactId, of, situation);
    return content ? { send: content } : { suppress: 'unreachable' };
  }

  async record(of: DueReminder, told: MailOutcome): Promise<void> {
    await this.commands.execute(new RecordDelivery(deliveredOf(of, told), deliveryContext(of, told)));
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
      vendor: vendorOf(policy),
      list: {
        label: orderId,
        unsubscribeUrl: this.pages.unsubscribe(
          this.unsubscribeLinks.tokenFor({ kind: 'reminders', orderId, contactId }),
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
      because: `You get this mail because you ${roleOf(isBillingMail, customer)} order ${orderId}.`,
      whatToDo: whatToDo(contactId, situation, await this.lookups.refusalToRenew(of, contactId), this.pages),
    };
  }
}

function roleOf(isBillingMail: boolean, customer: string | undefined): string {
  if (customer !== undefined) return 'sold';
  return isBillingMail ? 'are the billing contact of' : 'are a contact for';
}

/** A reminder is nobody's but a contact's, and is suppressed for a reason that this desk gave. */
function deliveredOf({ subject, expiresOn, offset }: DueReminder, told: MailOutcome): Delivered {
  const reminder = { subject, expiresOn, offset };
  if (told.outcome === 'no-recipient') return { ...reminder, outcome: told.outcome };
  const { recipient, ...outcome } = told;
  return { ...reminder, ...outcome, contactId: recipient as ContactId } as Delivered;
}
