import {
  companyContactOf,
  type ContactId,
  hasAccess,
  isCompanyContact,
  localeOf,
  type NoticeAbout,
  type Organization,
  type Policy,
} from '@renewals/licensing';
import type { AccessRemovedContent, Recipient } from '@renewals/mail';
import { addressIn, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import type { Sources } from '../sources';

type About = NoticeAbout['access-removed'];
type OffOrder = Extract<About, { orderId: unknown }>;
type OutOfCompany = Extract<About, { organizationId: unknown }>;

/**
 * Tells a person what they can no longer read, and whom to ask: the order or the company by the name that they knew, and
 * nothing of what has become of it since.
 */
export class AccessRemoved implements KindOfNotice<'access-removed'> {
  constructor(private readonly sources: Sources) {}

  async recipients({ contactId }: About): Promise<readonly Recipient[]> {
    return [contactId];
  }

  write(about: About): Promise<Written> {
    return 'orderId' in about ? this.ofOrder(about) : this.ofCompany(about);
  }

  private async ofOrder({ orderId, contactId }: OffOrder): Promise<Written> {
    const { desk, policies } = this.sources;
    const order = await desk.placedOrder(orderId);
    const organization = await desk.organization(order.placement.organizationId);
    if (hasAccess(order, organization, contactId)) return { suppress: 'out-of-date' };
    if (!isCompanyContact(organization, contactId)) return { suppress: 'superseded' };
    return this.letter(organization, contactId, policies.of(order.policyVersion), { orderId });
  }

  private async ofCompany({ organizationId, contactId }: OutOfCompany): Promise<Written> {
    const organization = await this.sources.desk.organization(organizationId);
    const contact = companyContactOf(organization, contactId);
    if (contact?.status !== 'removed' || !contact.left) return { suppress: 'out-of-date' };
    const policy = await this.policyOf(organization);
    return policy ? this.letter(organization, contactId, policy) : { suppress: 'unreachable' };
  }

  /** That under which the account was opened; of an imported company, that of its orders. */
  private async policyOf(organization: Organization): Promise<Policy | undefined> {
    if (organization.status !== 'registered') return undefined;
    const { policy, organizationId } = organization.registration;
    const id = policy ?? (await this.sources.newestPolicyOf(organizationId));
    return id === undefined ? undefined : this.sources.policies.get(id);
  }

  private letter(
    organization: Organization,
    contactId: ContactId,
    policy: Policy,
    of: Pick<AccessRemovedContent, 'orderId'> = {},
  ): Written {
    const to = addressIn(organization, contactId, this.sources.personal);
    if (!to || organization.status !== 'registered') return { suppress: 'unreachable' };
    const { name: company } = organization.registration;
    const locale = localeOf(organization, contactId, policy);
    return { send: { kind: 'access-removed', to, locale, vendor: vendorOf(policy), company, ...of } };
  }
}
