import type { ContactId, OrganizationId } from '@renewals/licensing';
import { InvitationLinks } from './invitation-links';

const links = new InvitationLinks(Buffer.alloc(32, 1));
const link = { organizationId: 'acme' as OrganizationId, invitationId: 'first', contactId: 'bob' as ContactId };

describe('the proof in an invitation link', () => {
  const proof = links.proofOf(link);

  it('is good for that invitation of that person only', () => {
    expect(links.isProof(link, proof)).toBe(true);
    expect(links.isProof({ ...link, contactId: 'eve' as ContactId }, proof)).toBe(false);
    expect(links.isProof({ ...link, invitationId: 'second' }, proof)).toBe(false);
    expect(links.isProof({ ...link, organizationId: 'other' as OrganizationId }, proof)).toBe(false);
  });

  it('is nothing that was made elsewhere, or by guessing', () => {
    const elsewhere = new InvitationLinks(Buffer.alloc(32, 2)).proofOf(link);
    for (const text of [elsewhere, '', 'guess', proof.slice(1)]) expect(links.isProof(link, text)).toBe(false);
  });
});
