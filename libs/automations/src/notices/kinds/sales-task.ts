import {
  billingRecipientsOf,
  type CompletedRenewal,
  type NoticeAbout,
  type SalesTaskOpened,
} from '@renewals/licensing';
import type { Recipient, SalesTaskContent } from '@renewals/mail';
import { companyOf, licenseOnMail, personIn, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import type { Sources } from '../sources';
import { billedLines, renewedLicense } from './billed-lines';

type About = NoticeAbout['sales-task'];
type Task = SalesTaskOpened['data'];
type Writing = Extract<Task, { purpose: 'write-to-billing-contact' }>;
type Bounced = Extract<Task, { purpose: 'payment-reversed' }>;
type ToDo = Pick<SalesTaskContent, 'task' | 'writeTo' | 'alsoNames' | 'payment' | 'license' | 'expiresOn' | 'url'>;

/** Tells sales that somebody has something to do (L). */
export class SalesTask implements KindOfNotice<'sales-task'> {
  constructor(private readonly sources: Sources) {}

  async recipients(): Promise<readonly Recipient[]> {
    return ['sales'];
  }

  async write({ taskId }: About): Promise<Written> {
    const { desk, policies } = this.sources;
    const task = await desk.salesTask(taskId);
    if (task.status !== 'open') return { suppress: 'out-of-date' };
    const { policy, organizationId, dueOn } = task.task;
    const ofTask = policies.get(policy);
    const vendor = vendorOf(ofTask);
    const organization = await desk.organization(organizationId);
    return {
      send: {
        kind: 'sales-task',
        to: { email: vendor.salesEmail },
        locale: ofTask.vendor.locale,
        vendor,
        ...(organization.status === 'registered' && { customer: organization.registration.name }),
        dueOn,
        ...(task.task.purpose === 'payment-reversed'
          ? await this.decideAbout(task.task)
          : await this.writeAbout(task.task)),
      },
    };
  }

  private async writeAbout({ subject, expiresOn, channel }: Writing): Promise<ToDo> {
    const { desk, pages, personal } = this.sources;
    const found = await desk.licenseWithOrder(subject.id);
    const { resellerId } = found.order.placement;
    const audience = { ...found, ...(resellerId && { reseller: await desk.organization(resellerId) }) };
    const [contactId] = billingRecipientsOf(audience);
    const writeTo = contactId && personIn(companyOf(contactId, audience), contactId, personal);
    return {
      task: {
        to: channel === 'reseller' ? 'write-to-reseller' : 'write-to-billing-contact',
        product: found.license.grant.product,
      },
      ...(contactId && writeTo && { writeTo, alsoNames: [contactId] }),
      license: licenseOnMail(found.license),
      expiresOn,
      url: pages.license(subject.id),
    };
  }

  private async decideAbout({ renewalId, paymentId }: Bounced): Promise<ToDo> {
    const { desk, pages } = this.sources;
    const task = { to: 'payment-reversed' } as const;
    const renewal = await desk.renewal(renewalId);
    if (renewal.stage !== 'completed') return { task, url: pages.licenses };
    const [first] = await billedLines(renewal, desk);
    const license = first && ((await renewedLicense(first, desk)) ?? first.license);
    return {
      task,
      ...bouncedPayment(renewal, paymentId),
      ...(license && { license: licenseOnMail(license) }),
      url: license ? pages.license(license.grant.licenseId) : pages.licenses,
    };
  }
}

function bouncedPayment({ invoice, payments }: CompletedRenewal, paymentId: string): Pick<ToDo, 'payment'> {
  const payment = payments.find((each) => each.paymentId === paymentId);
  if (!payment?.reversal) return {};
  const { amount, reversal } = payment;
  return { payment: { id: paymentId, amount, invoice: invoice.invoiceId, reason: reversal.reason } };
}
