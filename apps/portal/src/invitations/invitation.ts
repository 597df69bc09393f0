import { CLOCK, Desk, type InvitationLink, InvitationLinks, Passwords } from '@renewals/commands';
import { INFRASTRUCTURE, type Infrastructure } from '@renewals/engine';
import {
  acceptInvitation,
  companyContactOf,
  type ContactId,
  Refusal,
  type RegisteredOrganization,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject, Injectable } from '@nestjs/common';

/** An invitation as the invited person finds it. */
export type FoundInvitation =
  | { readonly status: 'open'; readonly company: string; readonly invitedBy?: string; readonly until: string }
  | { readonly status: 'accepted'; readonly company: string; readonly isPasswordMissing: boolean }
  | { readonly status: 'refused'; readonly refusal: Refusal };

/** Looked up for whoever follows the mailed link. */
@Injectable()
export class Invitations {
  constructor(
    private readonly links: InvitationLinks,
    private readonly desk: Desk,
    private readonly passwords: Passwords,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(INFRASTRUCTURE) private readonly infrastructure: Infrastructure,
  ) {}

  /** Throws `NOT_FOUND` without the proof, whatever else is right: who only knows the ids is told nothing. */
  refuseWithoutProof(link: InvitationLink, proof: string): void {
    if (this.links.isProof(link, proof)) return;
    throw new Refusal('NOT_FOUND', 'There is no such invitation. Follow the link in the mail, all of it.');
  }

  /** Whether the button would be refused, the very decision says that it leads to. */
  async find({ organizationId, invitationId, contactId }: InvitationLink): Promise<FoundInvitation> {
    const organization = await this.desk.organization(organizationId);
    try {
      const accepted = acceptInvitation(organization, { invitationId, contactId }, { now: this.clock.now() });
      if (organization.status !== 'registered') throw new Refusal('NOT_FOUND', 'There is no such company account.');
      return accepted.length > 0 ? this.open(organization, contactId) : await this.accepted(organization, contactId);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return { status: 'refused', refusal };
    }
  }

  private open(organization: RegisteredOrganization, contactId: ContactId): FoundInvitation {
    const { invitation } = companyContactOf(organization, contactId) ?? {};
    const inviter = invitation && companyContactOf(organization, invitation.invitedBy.id as ContactId);
    const invitedBy = inviter && this.infrastructure.personal.open(inviter.name);
    return {
      status: 'open',
      company: organization.registration.name,
      ...(invitedBy !== undefined && { invitedBy }),
      until: invitation?.expiresAt ?? '',
    };
  }

  private async accepted(organization: RegisteredOrganization, contactId: ContactId): Promise<FoundInvitation> {
    const contact = companyContactOf(organization, contactId);
    const email = contact && this.infrastructure.personal.open(contact.email);
    return {
      status: 'accepted',
      company: organization.registration.name,
      isPasswordMissing: email !== undefined && (await this.passwords.isSetupRequired(email)),
    };
  }
}
