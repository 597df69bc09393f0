import { localeOf, type NoticeAbout } from '@renewals/licensing';
import type { Recipient } from '@renewals/mail';
import { personIn, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import type { Sources } from '../sources';

type About = NoticeAbout['password-link'];

/** Mails the link that sets a password (P). It is made here, when the mail is written, and kept nowhere else. */
export class PasswordLink implements KindOfNotice<'password-link'> {
  constructor(private readonly sources: Sources) {}

  /** Nobody once the link was used. */
  async recipients({ address }: About): Promise<readonly Recipient[]> {
    const link = await this.linkFor(address);
    return link ? [link.contactId] : [];
  }

  async write({ address }: About, recipient: Recipient): Promise<Written> {
    const link = await this.linkFor(address);
    if (link?.contactId !== recipient) return { suppress: 'out-of-date' };
    const { desk, policies, personal, pages } = this.sources;
    const organization = await desk.organization(link.organizationId);
    const to = personIn(organization, link.contactId, personal);
    if (!to) return { suppress: 'unreachable' };
    const policy = policies.get(link.policy);
    return {
      send: {
        kind: 'password-link',
        to,
        locale: localeOf(organization, link.contactId, policy),
        vendor: vendorOf(policy),
        url: pages.password(link.token),
        expiresAt: Date.parse(link.expiresAt),
      },
    };
  }

  private linkFor(address: string) {
    return this.sources.passwordLinks.passwordLinkFor(address, this.sources.clock.now());
  }
}
