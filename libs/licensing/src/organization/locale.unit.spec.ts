import { portalPolicy } from '../policy/examples.spec';
import { ann, bob, byAnn, byBob, byEve, bySupport, contact } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import { companyOfAnnAnd, contactInvited, organizationRegistered } from './examples.spec';
import type { OrganizationEvent } from './events';
import { changeContactLocale, changeOrganizationLocale, localeOf } from './locale';
import { organizationStream } from './state';

const given = specification(organizationStream);
const company = companyOfAnnAnd('bob', 'cora');
const bobReads = (locale: string, by = byBob): OrganizationEvent => ({
  type: 'ContactLocaleChanged',
  data: { contactId: bob, locale, by },
});
const everybodyReads = (locale: string, by = byAnn): OrganizationEvent => ({
  type: 'OrganizationLocaleChanged',
  data: { locale, by },
});

describe('the language of a person’s mail', () => {
  it('is chosen by the person, the primary contact, or the vendor’s people', () => {
    for (const by of [byBob, byAnn, bySupport]) {
      given(company)
        .when(changeContactLocale, { contactId: bob, locale: 'de', by })
        .then([bobReads('de', by)]);
    }
  });

  it('is chosen by nobody else, and of nobody who is unknown', () => {
    const byCora = { type: 'customer', id: contact('cora') } as const;
    for (const by of [byCora, byEve]) {
      given(company).when(changeContactLocale, { contactId: bob, locale: 'de', by }).thenRefused('NOT_ALLOWED');
    }
    given(company)
      .when(changeContactLocale, { contactId: contact('nobody'), locale: 'de', by: bySupport })
      .thenRefused('NOT_FOUND');
  });

  it('is not changed by choosing it again', () =>
    given([...company, bobReads('de')])
      .when(changeContactLocale, { contactId: bob, locale: 'de', by: bySupport })
      .thenNothing());
});

describe('the language of a company', () => {
  it('is chosen by its primary contact, or the vendor’s people', () => {
    for (const by of [byAnn, bySupport]) {
      given(company)
        .when(changeOrganizationLocale, { locale: 'de', by })
        .then([everybodyReads('de', by)]);
    }
    given(company).when(changeOrganizationLocale, { locale: 'de', by: byBob }).thenRefused('NOT_PRIMARY_CONTACT');
    given([]).when(changeOrganizationLocale, { locale: 'de', by: bySupport }).thenRefused('NOT_FOUND');
    given([...company, everybodyReads('de')])
      .when(changeOrganizationLocale, { locale: 'de', by: byAnn })
      .thenNothing();
  });
});

describe('mail to a person is in the language', () => {
  const read = (...events: readonly OrganizationEvent[]) =>
    localeOf(fold(organizationStream, events), bob, { vendor: { ...portalPolicy.vendor, locale: 'fr' } });

  it('of the vendor, of the company, of the person: the last that is known', () => {
    expect(read(...company)).toBe('fr');
    expect(read(...company, everybodyReads('de'))).toBe('de');
    expect(read(...company, everybodyReads('de'), bobReads('en'))).toBe('en');
    expect(read()).toBe('fr');
  });

  it('that came with the invitation or the registration', () => {
    expect(read(organizationRegistered(), contactInvited({ locale: 'de' }))).toBe('de');
    const { owner } = organizationRegistered().data;
    const registered = organizationRegistered({ owner: { ...owner, locale: 'de' } });
    expect(localeOf(fold(organizationStream, [registered]), ann, portalPolicy)).toBe('de');
  });

  it('that was chosen, also once the person is invited again without one', () =>
    expect(read(...company, bobReads('de'), contactInvited({ invitationId: 'again' }))).toBe('de'));
});
