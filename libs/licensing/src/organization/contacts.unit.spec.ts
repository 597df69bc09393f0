import { portalPolicy } from '../policy/examples.spec';
import { ann, bob, byAnn, byBob, byEve, bySales, bySupport, contact, eve, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { acceptInvitation } from './accept-invitation';
import { assignPrimaryContact } from './assign-primary-contact';
import type { OrganizationEvent } from './events';
import { companyOfAnnAnd, contactInvited, invitationAccepted, organizationRegistered } from './examples.spec';
import { inviteContact } from './invite-contact';
import { registerOrganization } from './register-organization';
import { removeCompanyContact } from './remove-company-contact';
import { organizationStream } from './state';

const given = specification(organizationStream);
const policy = portalPolicy;

const left = (contactId = bob): OrganizationEvent => ({
  type: 'CompanyContactRemoved',
  data: { contactId, by: bySupport },
});

describe('registering an organization', () => {
  const { data } = organizationRegistered();

  it('opens the account', () => given([]).when(registerOrganization, data).then([organizationRegistered()]));

  it('opens it once', () => given([organizationRegistered()]).when(registerOrganization, data).thenNothing());
});

describe('inviting a contact', () => {
  const { expiresAt: _days, ...invitation } = contactInvited().data;

  it("is open for the policy's days", () =>
    given(companyOfAnnAnd())
      .when(inviteContact, invitation, { now: on('2026-03-01'), policy })
      .then([contactInvited({ expiresAt: '2026-03-08T11:00:00Z' })]));

  it('is for contacts of the company only', () =>
    given(companyOfAnnAnd())
      .when(inviteContact, { ...invitation, invitedBy: eve }, { now: on('2026-03-01'), policy })
      .thenRefused('NOT_ALLOWED', 'Ask one of them'));

  it('does nothing for who is a contact already', () =>
    given(companyOfAnnAnd('bob'))
      .when(inviteContact, { ...invitation, invitationId: 'again' }, { now: on('2026-03-01'), policy })
      .thenNothing());

  it('leads back in after the person left', () =>
    given([...companyOfAnnAnd('bob'), left()])
      .when(inviteContact, invitation, { now: on('2026-03-01'), policy })
      .then([contactInvited({ expiresAt: '2026-03-08T11:00:00Z' })]));
});

describe('accepting an invitation', () => {
  const invited = [organizationRegistered(), contactInvited()];
  const acceptance = invitationAccepted('bob').data;

  it('makes a company contact', () =>
    given(invited)
      .when(acceptInvitation, acceptance, { now: on('2026-03-08', 11) })
      .then([invitationAccepted('bob')]));

  it('is refused when the invitation is over', () =>
    given(invited)
      .when(acceptInvitation, acceptance, { now: on('2026-03-08', 12) })
      .thenRefused('INVITATION_EXPIRED', 'invite you again'));

  it('is for the invited person only', () =>
    given(invited)
      .when(acceptInvitation, { ...acceptance, contactId: eve }, { now: on('2026-03-02') })
      .thenRefused('NOT_FOUND'));

  it('does not lead back in after the person left', () =>
    given([...companyOfAnnAnd('bob'), left()])
      .when(acceptInvitation, acceptance, { now: on('2026-03-02') })
      .thenRefused('NOT_FOUND'));
});

describe('removing a company contact', () => {
  it('is for contacts of the company and the vendor', () => {
    given(companyOfAnnAnd('bob')).when(removeCompanyContact, { contactId: bob, by: bySupport }).then([left()]);
    given(companyOfAnnAnd('bob')).when(removeCompanyContact, { contactId: bob, by: byEve }).thenRefused('NOT_ALLOWED');
  });

  it('does nothing the second time', () =>
    given([...companyOfAnnAnd('bob'), left()])
      .when(removeCompanyContact, { contactId: bob, by: byAnn })
      .thenNothing());
});

describe('assigning the primary contact', () => {
  const assigned = (override: boolean, by = byAnn, previousId: typeof ann | undefined = ann): OrganizationEvent => ({
    type: 'PrimaryContactAssigned',
    data: { contactId: bob, ...(previousId && { previousId }), by, override },
  });

  it('is for the current one', () => {
    given(companyOfAnnAnd('bob'))
      .when(assignPrimaryContact, { contactId: bob, by: byAnn }, { policy })
      .then([assigned(false)]);
    given(companyOfAnnAnd('bob'))
      .when(assignPrimaryContact, { contactId: bob, by: byBob }, { policy })
      .thenRefused('NOT_PRIMARY_CONTACT', policy.vendor.supportEmail);
    given(companyOfAnnAnd('bob'))
      .when(assignPrimaryContact, { contactId: bob, by: bySales }, { policy })
      .thenRefused('NOT_PRIMARY_CONTACT');
  });

  it('may be overridden by support, on record', () =>
    given(companyOfAnnAnd('bob'))
      .when(assignPrimaryContact, { contactId: bob, by: bySupport }, { policy })
      .then([assigned(true, bySupport)]));

  it('is left to support once the primary contact has left', () => {
    const abandoned = [...companyOfAnnAnd('bob'), left(ann)];
    given(abandoned)
      .when(assignPrimaryContact, { contactId: bob, by: byAnn }, { policy })
      .thenRefused('NOT_PRIMARY_CONTACT');
    given(abandoned)
      .when(assignPrimaryContact, { contactId: bob, by: bySupport }, { policy })
      .then([{ type: 'PrimaryContactAssigned', data: { contactId: bob, by: bySupport, override: true } }]);
  });

  it('chooses among the contacts of the company', () =>
    given(companyOfAnnAnd())
      .when(assignPrimaryContact, { contactId: contact('stranger'), by: byAnn }, { policy })
      .thenRefused('NOT_FOUND', 'Invite them first'));
});
