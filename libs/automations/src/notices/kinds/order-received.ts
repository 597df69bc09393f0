import { licenseOfLine } from '@renewals/commands';
import {
  activateLicense,
  billingRecipientsOf,
  type ContactId,
  hasAccess,
  type License,
  type LicenseId,
  localeOf,
  multiply,
  type NoticeAbout,
  orderTotal,
  type PlacedOrder,
  type Policy,
  readersOf,
} from '@renewals/licensing';
import type { FirstStep, Ordered, Recipient, RoleInOrders } from '@renewals/mail';
import { addressIn, companyOf, customerOf, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import type { Sources } from '../sources';
import { wouldBeAccepted } from '../would-be-accepted';

type About = NoticeAbout['order-received'];

/**
 * What was bought, or is to be tried, and what to do next (P): with prices to the billing contact, without to the order
 * contacts, who activate it. Prices of what a reseller sold go to the reseller only (L).
 */
export class OrderReceived implements KindOfNotice<'order-received'> {
  constructor(private readonly sources: Sources) {}

  async recipients(about: About): Promise<readonly Recipient[]> {
    const { order, audience } = await this.found(about);
    return [...new Set([...billingRecipientsOf(audience), ...readersOf(order, audience.organization)])];
  }

  async write(about: About, recipient: Recipient): Promise<Written> {
    const { order, policy, audience } = await this.found(about);
    const licenses = await this.licensesOf(order);
    if (licenses.every(({ status }) => status === 'terminated')) return { suppress: 'out-of-date' };
    const contactId = recipient as ContactId;
    const isBilled = billingRecipientsOf(audience).includes(contactId);
    const reads = hasAccess(order, audience.organization, contactId);
    if (!isBilled && !reads) return { suppress: audience.reseller ? 'reseller-only' : 'no-access' };
    const company = companyOf(contactId, audience);
    const to = addressIn(company, contactId, this.sources.personal);
    if (!to) return { suppress: 'unreachable' };
    const customer = customerOf(contactId, audience);
    const isTrial = order.placement.lines.every(({ kind }) => kind === 'trial');
    return {
      send: {
        kind: 'order-received',
        to,
        locale: localeOf(company, contactId, policy),
        vendor: vendorOf(policy),
        ...(customer !== undefined && { customer }),
        orderId: order.placement.orderId,
        bought: isTrial ? 'trial' : 'license',
        ordered: isBilled && !isTrial ? withPrices(order) : withoutPrices(order),
        step: reads ? await this.firstStep(to.email, licenses, policy) : { to: 'leave-to-contacts' },
        because: roleIn(order, isBilled),
      },
    };
  }

  private async found({ orderId }: About) {
    const { desk, policies } = this.sources;
    const order = await desk.placedOrder(orderId);
    const audience = { order, ...(await desk.billedFor(order)) };
    return { order, policy: policies.of(order.policyVersion), audience };
  }

  private async licensesOf({ placement }: PlacedOrder): Promise<readonly License[]> {
    const { desk } = this.sources;
    return Promise.all(placement.lines.map((_line, index) => desk.license(licenseOfLine(placement.orderId, index))));
  }

  /** Whoever has no password cannot sign in; what is activated already is not again. */
  private async firstStep(email: string, licenses: readonly License[], policy: Policy): Promise<FirstStep> {
    const { passwords, pages } = this.sources;
    if (await passwords.isSetupRequired(email)) return { to: 'set-password', url: pages.forgotPassword };
    const [first, ...others] = await this.waiting(licenses, policy);
    if (!first) return { to: 'see-licenses', url: pages.licenses };
    return { to: 'activate', url: others.length > 0 ? pages.licenses : pages.license(first) };
  }

  /** Asked of the very decision that the button leads to. */
  private async waiting(licenses: readonly License[], policy: Policy): Promise<readonly LicenseId[]> {
    const asked = { handshakeCode: 'asked only', keyFingerprint: 'asked only' };
    const decision = { now: this.sources.clock.now(), policy };
    const found: LicenseId[] = [];
    for (const license of licenses) {
      const isWaiting = await wouldBeAccepted(() => activateLicense(license, asked, decision));
      if (isWaiting && license.status !== 'unissued') found.push(license.grant.licenseId);
    }
    return found;
  }
}

function withoutPrices({ placement: { lines } }: PlacedOrder): Ordered {
  return { lines: lines.map(({ product, quota }) => ({ of: 'license', product, quota })) };
}

function withPrices(order: PlacedOrder): Ordered {
  const lines = order.placement.lines.flatMap(({ product, quota, unitPrice, maintenance }) => {
    const license = { of: 'license', product, quota, amount: multiply(unitPrice, quota) } as const;
    if (!maintenance) return [license];
    return [license, { of: 'maintenance', product, quota, amount: multiply(maintenance.unitPrice, quota) } as const];
  });
  return { lines, total: orderTotal(order) };
}

function roleIn({ placement }: PlacedOrder, isBilled: boolean): RoleInOrders {
  const orders = [placement.orderId];
  if (!isBilled) return { role: 'order-contact', orders };
  return { role: placement.channel === 'reseller' ? 'reseller' : 'billing-contact', orders };
}
