import { companyContactOf, type ContactId, localeOf, type NoticeAbout, type Organization } from '@renewals/licensing';
import type { Recipient } from '@renewals/mail';
import { personIn, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import type { Sources } from '../sources';

type About = NoticeAbout['invitation'];

/** Asks an invited person to become a contact of the company (F, E). */
export class Invitation implements KindOfNotice<'invitation'> {
  constructor(private readonly sources: Sources) {}

  async recipients({ contactId }: About): Promise<readonly Recipient[]> {
    return [contactId];
  }

  async write(about: About): Promise<Written> {
    const { desk, clock, policies, personal, pages, invitationLinks } = this.sources;
    const organization = await desk.organization(about.organizationId);
    const invitation = companyContactOf(organization, about.contactId)?.invitation;
    if (organization.status !== 'registered' || invitation?.invitationId !== about.invitationId) {
      return { suppress: 'out-of-date' };
    }
    const expiresAt = Date.parse(invitation.expiresAt);
    if (clock.now() >= expiresAt) return { suppress: 'out-of-date' };
    const to = personIn(organization, about.contactId, personal);
    if (!to) return { suppress: 'unreachable' };
    const inviter = invitation.invitedBy.id as ContactId;
    const policy = policies.get(invitation.policy);
    const invitedBy = this.nameIn(organization, inviter);
    return {
      send: {
        kind: 'invitation',
        to,
        locale: localeOf(organization, about.contactId, policy),
        vendor: vendorOf(policy),
        company: organization.registration.name,
        ...(invitedBy !== undefined && { invitedBy, alsoNames: [inviter] }),
        expiresAt,
        url: pages.invitation(about, invitationLinks.proofOf(about)),
      },
    };
  }

  /** Of a contact; the vendor's people are not named. */
  private nameIn(organization: Organization, contactId: ContactId): string | undefined {
    return personIn(organization, contactId, this.sources.personal)?.name;
  }
}
