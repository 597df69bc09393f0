import type { ContactId, OrganizationId } from '@renewals/licensing';
import fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs';
import { type CalendarFeed, CalendarFeedLinks } from './calendar-feed-links';

const links = new CalendarFeedLinks(Buffer.alloc(32, 1));
const runs = propertyRuns(300, 20_000);
const id = fc.uuid({ version: [4, 5] });
const feeds: fc.Arbitrary<CalendarFeed> = fc.record({
  organizationId: id.map((text) => text as OrganizationId),
  contactId: id.map((text) => text as ContactId),
  feedId: id,
});

describe("the secret part of a calendar's address", () => {
  it('says whose it is, is the same whenever it is made, and fits one part of an address', () =>
    fc.assert(
      fc.property(feeds, (feed) => {
        const token = links.tokenFor(feed);
        const { feedId: _unnamed, ...person } = feed;
        expect(links.claimedBy(token)).toEqual(person);
        expect(links.isFor(feed, token)).toBe(true);
        expect(links.tokenFor(feed)).toBe(token);
        expect(`${token}.ics`).toMatch(/^[\w-]{1,96}\.ics$/);
      }),
      runs,
    ));

  it('is worth nothing for another feed, person or company, nor when another secret signed it', () =>
    fc.assert(
      fc.property(feeds, id, (feed, other) => {
        fc.pre(!Object.values(feed).includes(other));
        const token = links.tokenFor(feed);
        expect(links.isFor({ ...feed, feedId: other }, token)).toBe(false);
        expect(links.isFor({ ...feed, contactId: other as ContactId }, token)).toBe(false);
        expect(links.isFor({ ...feed, organizationId: other as OrganizationId }, token)).toBe(false);
        expect(links.isFor(feed, new CalendarFeedLinks(Buffer.alloc(32, 2)).tokenFor(feed))).toBe(false);
      }),
      runs,
    ));

  it('is worth nothing with anything changed, left out, added or made up', () =>
    fc.assert(
      fc.property(
        feeds,
        fc.nat(),
        fc.string({ maxLength: 1, unit: 'binary' }),
        fc.string(),
        (feed, place, one, text) => {
          const token = links.tokenFor(feed);
          const at = place % (token.length + 1);
          for (const forged of [
            token.slice(0, at) + one + token.slice(at),
            token.slice(0, at) + one + token.slice(at + 1),
            text,
          ]) {
            expect(links.isFor(feed, forged)).toBe(forged === token);
            expect(() => links.claimedBy(forged)).not.toThrow();
          }
        },
      ),
      runs,
    ));
});
