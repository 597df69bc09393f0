import { bob, byAnn, byBob, bySales, bySupport } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import type { Actor } from '../shared/words';
import { calendarFeedOf, openCalendarFeed, revokeCalendarFeed } from './calendar-feed';
import type { OrganizationEvent } from './events';
import { companyOfAnnAnd, contactInvited, invitationAccepted, left } from './examples.spec';
import { organizationStream } from './state';

const given = specification(organizationStream);
const wanted = { contactId: bob, feedId: 'feed', by: byBob };
const opened = (feedId = 'feed'): OrganizationEvent => ({ type: 'CalendarFeedOpened', data: { ...wanted, feedId } });
const revoked = (by: Actor = byBob, feedId = 'feed'): OrganizationEvent => ({
  type: 'CalendarFeedRevoked',
  data: { contactId: bob, feedId, by },
});
const openFeedAfter = (...events: readonly OrganizationEvent[]) =>
  calendarFeedOf(fold(organizationStream, [...companyOfAnnAnd('bob'), ...events]), bob);

describe('the address of a calendar', () => {
  it('is for its person, and for nobody else', () => {
    given(companyOfAnnAnd('bob')).when(openCalendarFeed, wanted).then([opened()]);
    for (const by of [byAnn, bySales]) {
      given(companyOfAnnAnd('bob'))
        .when(openCalendarFeed, { ...wanted, by })
        .thenRefused('NOT_ALLOWED', 'Ask that person');
    }
    given([...companyOfAnnAnd('bob'), left('bob')])
      .when(openCalendarFeed, wanted)
      .thenRefused('NOT_ALLOWED');
    given(companyOfAnnAnd()).when(openCalendarFeed, wanted).thenRefused('NOT_FOUND');
  });

  it('is opened once by one request, and superseded by the next', () => {
    given([...companyOfAnnAnd('bob'), opened()])
      .when(openCalendarFeed, wanted)
      .thenNothing();
    given([...companyOfAnnAnd('bob'), opened()])
      .when(openCalendarFeed, { ...wanted, feedId: 'another' })
      .then([opened('another')]);
    expect(openFeedAfter(opened(), opened('another'))).toBe('another');
  });

  it('is revoked by its person, and by support for who lost it', () => {
    for (const by of [byBob, bySupport]) {
      given([...companyOfAnnAnd('bob'), opened()])
        .when(revokeCalendarFeed, { contactId: bob, by })
        .then([revoked(by)]);
    }
    given([...companyOfAnnAnd('bob'), opened()])
      .when(revokeCalendarFeed, { contactId: bob, by: byAnn })
      .thenRefused('NOT_ALLOWED');
    given([...companyOfAnnAnd('bob'), opened(), revoked()])
      .when(revokeCalendarFeed, { contactId: bob, by: byBob })
      .thenNothing();
    expect(openFeedAfter(opened(), revoked())).toBeUndefined();
  });

  it('is worth nothing once the person left, also when they come back', () => {
    expect(openFeedAfter(opened())).toBe('feed');
    expect(openFeedAfter(opened(), left('bob'))).toBeUndefined();
    const back = [contactInvited({ contactId: bob }), invitationAccepted('bob')];
    expect(openFeedAfter(opened(), left('bob'), ...back)).toBeUndefined();
  });
});
