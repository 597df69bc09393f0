import { portalPolicy as policy } from '../policy/examples.spec';
import { ann, bob, byAnn, byBob, byEve, bySales, bySupport, contact } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { addCompanyNote } from './add-note';
import { assignPrimaryContact } from './assign-primary-contact';
import { changeContactEmail } from './change-email';
import type { OrganizationEvent } from './events';
import { companyOfAnnAnd, contactInvited, left, organizationRegistered } from './examples.spec';
import { registerOrganization } from './register-organization';
import { removeCompanyContact } from './remove-company-contact';
import { organizationStream } from './state';

const given = specification(organizationStream);

describe('opening an account', () => {
  const { data } = organizationRegistered();
  const purchase = { ...data, via: 'purchase', passwordSetupRequired: true } as const;

  it('is done before a purchase [P15]', () =>
    given([]).when(registerOrganization, data).then([organizationRegistered()]));

  it('is done by a purchase, and its owner sets a password first [P12][P13]', () =>
    given([])
      .when(registerOrganization, purchase)
      .then([organizationRegistered({ via: 'purchase', passwordSetupRequired: true })]));

  it('is done once: who registers again is told to sign in', () =>
    given([organizationRegistered()]).when(registerOrganization, data).thenRefused('NOT_ALLOWED', 'Sign in with it'));

  it('leaves a purchase by a contact of the company to the account that is there [P11]', () =>
    given(companyOfAnnAnd('bob'))
      .when(registerOrganization, { ...purchase, owner: { ...purchase.owner, contactId: bob } })
      .thenNothing());

  it('is not done over the head of who was only invited', () =>
    given([...companyOfAnnAnd(), contactInvited()])
      .when(registerOrganization, { ...purchase, owner: { ...purchase.owner, contactId: bob } })
      .thenRefused('NOT_ALLOWED', 'Accept the invitation'));
});

describe('removing a company contact', () => {
  it('is for contacts of the company and the vendor', () => {
    given(companyOfAnnAnd('bob'))
      .when(removeCompanyContact, { contactId: bob, by: bySupport })
      .then([left('bob')]);
    given(companyOfAnnAnd('bob')).when(removeCompanyContact, { contactId: bob, by: byEve }).thenRefused('NOT_ALLOWED');
  });

  it('takes back an invitation', () =>
    given([...companyOfAnnAnd(), contactInvited()])
      .when(removeCompanyContact, { contactId: bob, by: byAnn })
      .then([left('bob', byAnn)]));

  it('does nothing the second time', () =>
    given([...companyOfAnnAnd('bob'), left('bob')])
      .when(removeCompanyContact, { contactId: bob, by: byAnn })
      .thenNothing());

  it('lets the primary contact go too', () =>
    given(companyOfAnnAnd('bob'))
      .when(removeCompanyContact, { contactId: ann, by: byAnn })
      .then([left('ann', byAnn)]));
});

describe('assigning the primary contact', () => {
  const decision = { policy };
  const reason = 'Ann has left, says the signed letter';
  const assigned: OrganizationEvent = {
    type: 'PrimaryContactAssigned',
    data: { contactId: bob, previousId: ann, by: byAnn, override: false },
  };

  it('is for the current one [F13][F49]', () => {
    given(companyOfAnnAnd('bob')).when(assignPrimaryContact, { contactId: bob, by: byAnn }, decision).then([assigned]);
    for (const by of [byBob, bySales]) {
      given(companyOfAnnAnd('bob'))
        .when(assignPrimaryContact, { contactId: bob, by }, decision)
        .thenRefused('NOT_PRIMARY_CONTACT', policy.vendor.supportEmail);
    }
  });

  it('is for the new one from then on', () =>
    given([...companyOfAnnAnd('bob'), assigned])
      .when(assignPrimaryContact, { contactId: ann, by: byAnn }, decision)
      .thenRefused('NOT_PRIMARY_CONTACT'));

  it('may be overridden by support, on record and for a reason [F50]', () => {
    given(companyOfAnnAnd('bob'))
      .when(assignPrimaryContact, { contactId: bob, by: bySupport, reason }, decision)
      .then([
        {
          type: 'PrimaryContactAssigned',
          data: { contactId: bob, previousId: ann, by: bySupport, override: true, reason },
        },
      ]);
    given(companyOfAnnAnd('bob'))
      .when(assignPrimaryContact, { contactId: bob, by: bySupport }, decision)
      .thenRefused('INVALID_INPUT', 'Say why');
  });

  it('is left to support once the primary contact has left [F50]', () => {
    const abandoned = [...companyOfAnnAnd('bob'), left('ann')];
    for (const by of [byAnn, byBob]) {
      given(abandoned)
        .when(assignPrimaryContact, { contactId: bob, by }, decision)
        .thenRefused('NOT_PRIMARY_CONTACT', policy.vendor.supportEmail);
    }
    given(abandoned)
      .when(assignPrimaryContact, { contactId: bob, by: bySupport, reason }, decision)
      .then([{ type: 'PrimaryContactAssigned', data: { contactId: bob, by: bySupport, override: true, reason } }]);
  });

  it('chooses among the contacts of the company', () =>
    given(companyOfAnnAnd())
      .when(assignPrimaryContact, { contactId: contact('stranger'), by: byAnn }, decision)
      .thenRefused('NOT_FOUND', 'Invite them first'));
});

describe('changing an e-mail address', () => {
  const email = { $personal: bob, text: 'robert@acme.example' };
  const at = '2026-03-01T11:00:00Z';

  it('is for the back office only, and people are told whom to ask [F51][F52]', () => {
    given(companyOfAnnAnd('bob'))
      .when(changeContactEmail, { contactId: bob, email, by: bySales, at }, { policy })
      .then([{ type: 'ContactEmailChanged', data: { contactId: bob, email, by: bySales, at } }]);
    for (const by of [byAnn, byBob]) {
      given(companyOfAnnAnd('bob'))
        .when(changeContactEmail, { contactId: bob, email, by, at }, { policy })
        .thenRefused('EMAIL_CHANGE_NOT_ALLOWED', policy.vendor.salesEmail);
    }
  });

  it('is of somebody whom the company knows', () =>
    given(companyOfAnnAnd())
      .when(changeContactEmail, { contactId: bob, email, by: bySales, at }, { policy })
      .thenRefused('NOT_FOUND'));
});

describe('a note about a company', () => {
  it("is the vendor's people's", () => {
    const note = { text: 'Wants one invoice a year', by: bySales };
    given(companyOfAnnAnd())
      .when(addCompanyNote, note)
      .then([{ type: 'NoteAdded', data: note }]);
    given(companyOfAnnAnd())
      .when(addCompanyNote, { ...note, by: byAnn })
      .thenRefused('NOT_ALLOWED');
    given(companyOfAnnAnd())
      .when(addCompanyNote, { ...note, text: ' ' })
      .thenRefused('INVALID_INPUT');
    given([]).when(addCompanyNote, note).thenRefused('NOT_FOUND');
  });
});
