import { isCustomerSide } from '../shared/actors';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import type { CalendarFeedOpened, CalendarFeedRevoked } from './events';
import { isKnown, isTheirOwn } from './rules';
import { companyContactOf, isCompanyContact, type Organization } from './state';

export type OpenCalendarFeed = CalendarFeedOpened['data'];

export interface RevokeCalendarFeed {
  readonly contactId: ContactId;
  readonly by: Actor;
}

/** Whoever has the address reads the calendar, so nobody but the person gets it. */
const isAskedForByThePerson: Rule<Organization, OpenCalendarFeed, object> = (organization, { contactId, by }) =>
  isCustomerSide(by) && by.id === contactId && isCompanyContact(organization, contactId)
    ? undefined
    : refused('NOT_ALLOWED', 'The address of a calendar is for its person only. Ask that person to open it.');

/** From now on this is the only address at which the person's renewals are read. */
export function openCalendarFeed(organization: Organization, command: OpenCalendarFeed): CalendarFeedOpened[] {
  enforce([isKnown, isAskedForByThePerson], organization, command, {});
  return calendarFeedOf(organization, command.contactId) === command.feedId
    ? []
    : [{ type: 'CalendarFeedOpened', data: command }];
}

/** Nobody reads them by an address any more. The vendor's people do it for who lost theirs. */
export function revokeCalendarFeed(
  organization: Organization,
  { contactId, by }: RevokeCalendarFeed,
): CalendarFeedRevoked[] {
  enforce([isTheirOwn, isKnown], organization, { contactId, by }, {});
  const feedId = calendarFeedOf(organization, contactId);
  return feedId === undefined ? [] : [{ type: 'CalendarFeedRevoked', data: { contactId, feedId, by } }];
}

/** The one that is open, of somebody who belongs to the company. */
export function calendarFeedOf(organization: Organization, contactId: ContactId): string | undefined {
  const contact = companyContactOf(organization, contactId);
  return contact?.status === 'accepted' ? contact.calendarFeed : undefined;
}
