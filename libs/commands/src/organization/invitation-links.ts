import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ContactId, OrganizationId } from '@renewals/licensing';

/** Names one invitation of one person. */
export interface InvitationLink {
  readonly organizationId: OrganizationId;
  readonly invitationId: string;
  readonly contactId: ContactId;
}

/**
 * What makes the link in the mail more than its ids, which whoever invites is told too: only who reads the invited
 * person's mail has the proof, so that following the link and pressing the button is acceptance by that person. It says
 * nothing about time; the invitation does.
 */
export class InvitationLinks {
  /** `secret`: 32 bytes, kept for as long as invitations are open. */
  constructor(private readonly secret: Buffer) {}

  proofOf(link: InvitationLink): string {
    return this.digestOf(link).toString('base64url');
  }

  isProof(link: InvitationLink, proof: string): boolean {
    const given = Buffer.from(proof, 'base64url');
    const expected = this.digestOf(link);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private digestOf({ organizationId, invitationId, contactId }: InvitationLink): Buffer {
    const link = JSON.stringify([organizationId, invitationId, contactId]);
    return createHmac('sha256', this.secret).update(link).digest();
  }
}
