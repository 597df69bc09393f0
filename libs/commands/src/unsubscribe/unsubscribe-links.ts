import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ContactId, OrderId } from '@renewals/licensing';
import { parse, stringify } from 'uuid';

/** What one person gets by mail, and can end without ending anything else. */
export type Subscribed =
  /** The reminders of exactly these orders, at most `MOST_ORDERS_A_LINK` of them. */
  | { readonly kind: 'reminders'; readonly orderIds: readonly OrderId[]; readonly contactId: ContactId }
  /** `address` names the stream of the address: a keyed hash, in hexadecimal digits. */
  | { readonly kind: 'newsletter'; readonly address: string };

/** No line of a mail is longer than 998 characters (RFC 5322), and the header that unsubscribes is one line. */
export const MOST_ORDERS_A_LINK = 32;

const MARKS = { reminders: 0, newsletter: 1 } as const;
const ID_BYTES = 16;
const SIGNATURE_BYTES = 32;

/**
 * The secret part of the links that unsubscribe: it names what they end by ids only, and is good for ever, as mails are
 * kept. The same link is the same text, short enough for one line of a mail and one part of an address.
 */
export class UnsubscribeLinks {
  /** `secret`: 32 bytes, kept for as long as anybody keeps a mail. */
  constructor(private readonly secret: Buffer) {}

  tokenFor(subscribed: Subscribed): string {
    return this.signed(nameOf(subscribed));
  }

  /** `undefined` for a text that was not made here, to the letter. Orders are in the order of their ids. */
  read(token: string): Subscribed | undefined {
    const name = Buffer.from(token, 'base64url').subarray(0, -SIGNATURE_BYTES);
    const given = Buffer.from(token);
    const expected = Buffer.from(this.signed(name));
    const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
    return isOurs ? named(name) : undefined;
  }

  private signed(name: Buffer): string {
    return Buffer.concat([name, createHmac('sha256', this.secret).update(name).digest()]).toString('base64url');
  }
}

function nameOf(subscribed: Subscribed): Buffer {
  return Buffer.concat([Buffer.of(MARKS[subscribed.kind]), ...idsIn(subscribed)]);
}

function idsIn(subscribed: Subscribed): Uint8Array[] {
  if (subscribed.kind === 'newsletter') return [Buffer.from(subscribed.address, 'hex')];
  const { contactId, orderIds } = subscribed;
  const orders = [...new Set(orderIds)].sort();
  if (orders.length === 0 || orders.length > MOST_ORDERS_A_LINK) {
    throw new RangeError(`A link unsubscribes from 1 to ${MOST_ORDERS_A_LINK} orders, not from ${orders.length}.`);
  }
  return [contactId, ...orders].map((id) => parse(id));
}

/** Of a name that was signed here. */
function named(name: Buffer): Subscribed {
  if (name[0] === MARKS.newsletter) return { kind: 'newsletter', address: name.toString('hex', 1) };
  const [contactId, ...orderIds] = Array.from({ length: (name.length - 1) / ID_BYTES }, (_, index) =>
    stringify(name, 1 + index * ID_BYTES),
  );
  return { kind: 'reminders', orderIds: orderIds as OrderId[], contactId: contactId as ContactId };
}
