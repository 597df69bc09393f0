import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ContactId, OrderId } from '@renewals/licensing';
import { parse, stringify } from 'uuid';

/** What one person gets by mail, and can end without ending anything else. */
export type Subscribed =
  | { readonly kind: 'reminders'; readonly orderId: OrderId; readonly contactId: ContactId }
  /** `address` names the stream of the address: a keyed hash, in hexadecimal digits. */
  | { readonly kind: 'newsletter'; readonly address: string };

const MARKS = { reminders: 0, newsletter: 1 } as const;
const NAME_BYTES = 33;

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

  /** `undefined` for a text that was not made here, to the letter. */
  read(token: string): Subscribed | undefined {
    const name = Buffer.from(token, 'base64url').subarray(0, NAME_BYTES);
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
  const ids =
    subscribed.kind === 'reminders'
      ? [parse(subscribed.orderId), parse(subscribed.contactId)]
      : [Buffer.from(subscribed.address, 'hex')];
  return Buffer.concat([Buffer.of(MARKS[subscribed.kind]), ...ids]);
}

/** Of a name that was signed here. */
function named(name: Buffer): Subscribed {
  if (name[0] === MARKS.newsletter) return { kind: 'newsletter', address: name.toString('hex', 1) };
  return { kind: 'reminders', orderId: stringify(name, 1) as OrderId, contactId: stringify(name, 17) as ContactId };
}
