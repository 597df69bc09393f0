import { portalPolicy as policy } from '../policy/examples.spec';
import { byBob, byEve, bySupport, eve, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { acceptInvitation } from './accept-invitation';
import { companyOfAnnAnd, contactInvited, invitationAccepted, left, organizationRegistered } from './examples.spec';
import { inviteContact } from './invite-contact';
import { organizationStream } from './state';

const given = specification(organizationStream);
const decision = { now: on('2026-03-01'), policy };

describe('inviting a contact', () => {
  const { expiresAt: _days, policy: _vendor, ...invitation } = contactInvited().data;

  it("is open for the policy's days [E7]", () =>
    given(companyOfAnnAnd())
      .when(inviteContact, invitation, decision)
      .then([contactInvited({ expiresAt: '2026-03-08T11:00:00Z' })]));

  it('is for contacts of the company, and support [F4][F12]', () => {
    given(companyOfAnnAnd())
      .when(inviteContact, { ...invitation, invitedBy: byEve }, decision)
      .thenRefused('NOT_ALLOWED', 'Ask one of them');
    given(companyOfAnnAnd())
      .when(inviteContact, { ...invitation, invitedBy: bySupport }, decision)
      .then([contactInvited({ invitedBy: bySupport, expiresAt: '2026-03-08T11:00:00Z' })]);
  });

  it('needs a company', () => given([]).when(inviteContact, invitation, decision).thenRefused('NOT_FOUND'));

  it('does nothing for who is a contact already', () =>
    given(companyOfAnnAnd('bob'))
      .when(inviteContact, { ...invitation, invitationId: 'again' }, decision)
      .thenNothing());

  it('is open for longer when it is repeated', () =>
    given([...companyOfAnnAnd(), contactInvited()])
      .when(inviteContact, { ...invitation, invitationId: 'again' }, { ...decision, now: on('2026-03-05') })
      .then([contactInvited({ invitationId: 'again', expiresAt: '2026-03-12T11:00:00Z' })]));

  it('leads back in after the person left', () =>
    given([...companyOfAnnAnd('bob'), left('bob')])
      .when(inviteContact, invitation, decision)
      .then([contactInvited({ expiresAt: '2026-03-08T11:00:00Z' })]));

  it('is not for who was invited and has not accepted', () =>
    given([...companyOfAnnAnd(), contactInvited()])
      .when(inviteContact, { ...invitation, contactId: eve, invitedBy: byBob }, decision)
      .thenRefused('NOT_ALLOWED'));
});

describe('accepting an invitation', () => {
  const invited = [organizationRegistered(), contactInvited()];
  const acceptance = invitationAccepted('bob').data;

  it('makes a company contact [E9]', () =>
    given(invited)
      .when(acceptInvitation, acceptance, { now: on('2026-03-08', 11) })
      .then([invitationAccepted('bob')]));

  it('is refused when the invitation is over', () =>
    given(invited)
      .when(acceptInvitation, acceptance, { now: on('2026-03-08', 12) })
      .thenRefused('INVITATION_EXPIRED', 'invite you again'));

  it('is refused when a newer invitation superseded it, which is good', () => {
    const again = [...invited, contactInvited({ invitationId: 'again', expiresAt: '2026-03-12T11:00:00Z' })];
    given(again)
      .when(acceptInvitation, acceptance, { now: on('2026-03-07') })
      .thenRefused('INVITATION_EXPIRED', 'newest mail');
    given(again)
      .when(acceptInvitation, { ...acceptance, invitationId: 'again' }, { now: on('2026-03-09') })
      .then([{ type: 'InvitationAccepted', data: { ...acceptance, invitationId: 'again' } }]);
  });

  it('is for the invited person only', () =>
    given(invited)
      .when(acceptInvitation, { ...acceptance, contactId: eve }, { now: on('2026-03-02') })
      .thenRefused('NOT_FOUND', 'invite you'));

  it('is done once', () =>
    given([...invited, invitationAccepted('bob')])
      .when(acceptInvitation, acceptance, { now: on('2026-03-02') })
      .thenNothing());

  it('does not lead back in after the person left', () =>
    given([...companyOfAnnAnd('bob'), left('bob')])
      .when(acceptInvitation, acceptance, { now: on('2026-03-02') })
      .thenRefused('NOT_FOUND'));

  it('does not lead in when the invitation was taken back', () =>
    given([...invited, left('bob')])
      .when(acceptInvitation, acceptance, { now: on('2026-03-02') })
      .thenRefused('NOT_FOUND'));
});
