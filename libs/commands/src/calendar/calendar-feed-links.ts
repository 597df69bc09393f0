import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ContactId, OrganizationId } from '@renewals/licensing';
import { parse } from 'uuid';

export interface CalendarFeed {
  readonly organizationId: OrganizationId;
  readonly contactId: ContactId;
  readonly feedId: string;
}

const ID_BYTES = 16;

/**
 * The secret part of a calendar's address. It names its person by ids only and is signed for one feed, which it does
 * not name: another feed of the same person has another address, and whoever knows the ids can make up none. Short
 * enough for one part of an address.
 */
export class CalendarFeedLinks {
  /** `secret`: 32 bytes, kept for as long as anybody's program reads a calendar. */
  constructor(private readonly secret: Buffer) {}

  tokenFor({ organizationId, contactId, feedId }: CalendarFeed): string {
    const ids = Buffer.concat([parse(organizationId), parse(contactId)]);
    const signature = createHmac('sha256', this.secret).update(ids).update(parse(feedId)).digest();
    return Buffer.concat([ids, signature]).toString('base64url');
  }

  /** Whose it claims to be. Only `isFor` says whether it is. */
  claimedBy(token: string): Omit<CalendarFeed, 'feedId'> {
    const ids = Buffer.from(token, 'base64url');
    return {
      organizationId: idAt(ids, 0) as OrganizationId,
      contactId: idAt(ids, ID_BYTES) as ContactId,
    };
  }

  /** Whether it was made here for that feed, to the letter. */
  isFor(feed: CalendarFeed, token: string): boolean {
    const given = Buffer.from(token);
    const expected = Buffer.from(this.tokenFor(feed));
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

/** Of bytes that may be anybody's. */
function idAt(bytes: Buffer, start: number): string {
  const digits = bytes.toString('hex', start, start + ID_BYTES);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
