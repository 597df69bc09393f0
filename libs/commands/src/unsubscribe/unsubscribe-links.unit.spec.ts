import type { ContactId, OrderId } from '@renewals/licensing';
import fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs';
import { MOST_ORDERS_A_LINK, type Subscribed, UnsubscribeLinks } from './unsubscribe-links';

const links = new UnsubscribeLinks(Buffer.alloc(32, 1));
const runs = propertyRuns(300, 20_000);

const id = fc.uuid({ version: [4, 5] });
const digest = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const subscribed: fc.Arbitrary<Subscribed> = fc.oneof(
  fc.record({
    kind: fc.constant('reminders' as const),
    orderIds: fc
      .uniqueArray(id, { minLength: 1, maxLength: MOST_ORDERS_A_LINK })
      .map((texts) => texts.sort() as OrderId[]),
    contactId: id.map((text) => text as ContactId),
  }),
  fc.record({ kind: fc.constant('newsletter' as const), address: digest }),
);

describe('a link that unsubscribes', () => {
  it('says what it ends, and is the same text whenever it is made [E15][E16]', () =>
    fc.assert(
      fc.property(subscribed, (one) => {
        const token = links.tokenFor(one);
        expect(links.read(token)).toEqual(one);
        expect(links.tokenFor(one)).toBe(token);
        expect(token).toMatch(/^[\w-]{1,750}$/);
      }),
      runs,
    ));

  it('names orders once, and in no order of its own', () =>
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: MOST_ORDERS_A_LINK }), id, (orders, contact) => {
        const tokenOf = (orderIds: string[]) =>
          links.tokenFor({ kind: 'reminders', orderIds: orderIds as OrderId[], contactId: contact as ContactId });
        expect(tokenOf([...orders].reverse().concat(orders.slice(0, 1)))).toBe(tokenOf(orders));
      }),
      runs,
    ));

  it('is not made for more orders than a header has room for, and not for none', () => {
    const tokenOf = (count: number) =>
      links.tokenFor({
        kind: 'reminders',
        orderIds: fc.sample(id, count) as OrderId[],
        contactId: fc.sample(id, 1)[0] as ContactId,
      });
    expect(() => tokenOf(MOST_ORDERS_A_LINK + 1)).toThrow('1 to 32 orders');
    expect(() => tokenOf(0)).toThrow('1 to 32 orders');
  });

  it('is worth nothing with one character changed, left out or added', () =>
    fc.assert(
      fc.property(subscribed, fc.nat(), fc.string({ maxLength: 1, unit: 'binary' }), (one, place, character) => {
        const token = links.tokenFor(one);
        const at = place % (token.length + 1);
        const inserted = token.slice(0, at) + character + token.slice(at);
        const replaced = token.slice(0, at) + character + token.slice(at + 1);
        for (const text of [inserted, replaced]) {
          expect(links.read(text)).toEqual(text === token ? one : undefined);
        }
      }),
      runs,
    ));

  it('is worth nothing with one byte changed', () =>
    fc.assert(
      fc.property(subscribed, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, place, change) => {
        const bytes = Buffer.from(links.tokenFor(one), 'base64url');
        const at = place % bytes.length;
        bytes[at] = (bytes[at] as number) ^ change;
        expect(links.read(bytes.toString('base64url'))).toBeUndefined();
      }),
      runs,
    ));

  it('is worth nothing in another spelling of the same bytes', () =>
    fc.assert(
      fc.property(subscribed, (one) => {
        const token = links.tokenFor(one);
        for (const text of spellingsOf(token)) expect(links.read(text)).toBeUndefined();
      }),
      runs,
    ));

  it('is nothing that another secret signed, and nothing that anybody makes up', () =>
    fc.assert(
      fc.property(subscribed, fc.string({ unit: 'binary' }), (one, text) => {
        expect(links.read(new UnsubscribeLinks(Buffer.alloc(32, 2)).tokenFor(one))).toBeUndefined();
        expect(links.read(text)).toBeUndefined();
      }),
      runs,
    ));
});

/** Decoders of base64url take all of these for the same bytes. */
function spellingsOf(token: string): string[] {
  const bytes = Buffer.from(token, 'base64url');
  const lastOnes = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    .map((letter) => token.slice(0, -1) + letter)
    .filter((text) => text !== token && Buffer.from(text, 'base64url').equals(bytes));
  // Three bytes are four whole letters: only what is left over has bits to spare.
  expect(lastOnes.length > 0).toBe(bytes.length % 3 > 0);
  return [...lastOnes, `${token}=`, `${token}\n`, ` ${token}`];
}
