import { bob, byAnn, byBob, byEve, bySales, eve } from '../shared/examples.spec';
import { fold } from '../shared/stream';
import type { Actor } from '../shared/words';
import { specification } from '../shared/specification.spec';
import { newsletterAddressOf } from './newsletter';
import type { OrganizationEvent } from './events';
import { companyOfAnnAnd, left } from './examples.spec';
import { eraseContact, requestAccountRemoval } from './account-removal';
import { companyContactOf, organizationStream } from './state';

const given = specification(organizationStream);

describe('newsletter preferences', () => {
  const company = fold(organizationStream, companyOfAnnAnd('bob'));
  const asked = (by: Actor) => () => newsletterAddressOf(company, { contactId: bob, by });

  it('are everybody’s own, which the vendor may choose for them [F43]', () => {
    for (const by of [byAnn, byEve]) expect(asked(by)).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
    for (const by of [byBob, bySales]) expect(asked(by)()).toEqual(companyContactOf(company, bob)?.email);
  });

  it('are of somebody who is known', () =>
    expect(() => newsletterAddressOf(company, { contactId: eve, by: bySales })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    ));
});

describe('removing an account', () => {
  const requested: OrganizationEvent = { type: 'AccountRemovalRequested', data: { contactId: bob, by: byBob } };
  const erased: OrganizationEvent = { type: 'SubjectErased', data: { contactId: bob, by: bySales } };

  it('is asked for by the person [F53]', () => {
    given(companyOfAnnAnd('bob')).when(requestAccountRemoval, { contactId: bob, by: byBob }).then([requested]);
    given(companyOfAnnAnd('bob'))
      .when(requestAccountRemoval, { contactId: bob, by: byAnn })
      .thenRefused('NOT_ALLOWED', 'Ask that person');
    given([...companyOfAnnAnd('bob'), requested])
      .when(requestAccountRemoval, { contactId: bob, by: bySales })
      .thenNothing();
  });

  it('is carried out by the back office, and ends the access to the company', () =>
    given([...companyOfAnnAnd('bob'), requested])
      .when(eraseContact, { contactId: bob, by: bySales })
      .then([left('bob', bySales), erased]));

  it('is carried out also for who has left', () =>
    given([...companyOfAnnAnd('bob'), requested, left('bob')])
      .when(eraseContact, { contactId: bob, by: bySales })
      .then([erased]));

  it('is carried out when it was asked for, by nobody else, and once', () => {
    given(companyOfAnnAnd('bob')).when(eraseContact, { contactId: bob, by: bySales }).thenRefused('NOT_ALLOWED');
    given([...companyOfAnnAnd('bob'), requested])
      .when(eraseContact, { contactId: bob, by: byBob })
      .thenRefused('NOT_ALLOWED');
    given([...companyOfAnnAnd('bob'), requested, erased])
      .when(eraseContact, { contactId: bob, by: bySales })
      .thenNothing();
  });

  it('leaves nothing to be changed', () =>
    given([...companyOfAnnAnd('bob'), requested, left('bob'), erased])
      .when(requestAccountRemoval, { contactId: bob, by: bySales })
      .thenRefused('NOT_FOUND'));
});
