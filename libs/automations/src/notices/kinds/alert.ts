import { type NoticeAbout, type Order, type Organization } from '@renewals/licensing';
import type { AlertContent, Recipient } from '@renewals/mail';
import { vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import type { Sources } from '../sources';

type About = NoticeAbout['alert'];

/** Tells sales that mail reaches nobody of an order, or told nobody in time of one expiry. */
export class Alert implements KindOfNotice<'alert'> {
  constructor(private readonly sources: Sources) {}

  async recipients(): Promise<readonly Recipient[]> {
    return ['sales'];
  }

  write(about: About): Promise<Written> {
    return 'orderId' in about ? this.ofOrder(about) : this.ofExpiry(about);
  }

  private async ofOrder({ orderId, reason }: Extract<About, { orderId: unknown }>): Promise<Written> {
    const order = await this.sources.desk.order(orderId);
    if (order.status !== 'placed' || !order.alerts.has(reason)) return { suppress: 'out-of-date' };
    const organization = await this.sources.desk.organization(order.placement.organizationId);
    return { send: { ...this.content(order, organization), reason } };
  }

  private async ofExpiry({ subject, expiresOn, reason }: Extract<About, { subject: unknown }>): Promise<Written> {
    const { license, order, organization } = await this.sources.desk.licenseWithOrder(subject.id);
    const expiry = { product: license.grant.product, expiresOn };
    return { send: { ...this.content(order, organization), reason, expiry } };
  }

  private content(
    order: Extract<Order, { status: 'placed' }>,
    organization: Organization,
  ): Omit<AlertContent, 'reason'> {
    const policy = this.sources.policies.of(order.policyVersion);
    const vendor = vendorOf(policy);
    return {
      kind: 'alert',
      to: { email: vendor.salesEmail },
      locale: policy.vendor.locale,
      vendor,
      ...(organization.status === 'registered' && { customer: organization.registration.name }),
      orderId: order.placement.orderId,
    };
  }
}
