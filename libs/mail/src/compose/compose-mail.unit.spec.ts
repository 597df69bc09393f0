import type { IsoDate, OrderId, Zone } from '@renewals/licensing';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { PermanentMailFailure } from '../transport/transport';
import { ANNA, BORIS, composed, dueReminder, LICENSE, reminderContent } from './examples.spec';

const runs = { numRuns: process.env.LONG ? 5_000 : 200, ...(process.env.SEED && { seed: Number(process.env.SEED) }) };
/** 9 o'clock in Berlin, 60 days before 10 March 2026. */
const at = Date.parse('2026-01-09T08:00:00Z');

const mailOf = async (changed: Parameters<typeof reminderContent>[0] = {}, now = at) =>
  PostalMime.parse(composed(dueReminder(), ANNA, reminderContent(changed), now).raw);

describe('the mail of a reminder', () => {
  it('says in text and HTML what expires, when, what to do, and how to get no more of it [E15]', async () => {
    const { envelope } = composed(dueReminder(), ANNA, reminderContent(), at);
    const mail = await mailOf();

    expect(envelope).toEqual({ from: 'renewals@scanware.example', to: 'anna@customer.example' });
    expect(mail.from).toEqual({ name: 'Scanware', address: 'renewals@scanware.example' });
    expect(mail.to).toEqual([{ name: 'Anna Ångström', address: 'anna@customer.example' }]);
    expect(mail.replyTo).toEqual([{ name: '', address: 'support@scanware.example' }]);
    expect(mail.subject).toBe('Your license for Barcode Reader expires in 60 days, on 10 March 2026');
    expect(mail.date).toBe('2026-01-09T08:00:00.000Z');
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
    expect(mail.text?.trimEnd()).toBe(`Hello Anna Ångström,

Your license for Barcode Reader expires in 60 days.
This is an early notice: its last day is 10 March 2026.
It can be used until the end of 10 March 2026 (Europe/Berlin), and not after that day.

License: S-1001
Product: Barcode Reader
Quota: 25
Order: 0d000000-0000-5000-8000-000000000001
Last day: 10 March 2026 (Europe/Berlin)

Renew it in the customer portal.
Renew now: https://portal.scanware.example/renew?license=1&from=mail

Questions about the license: support@scanware.example
Questions about the renewal: sales@scanware.example

Scanware
You get this mail because you are a contact for order 0d000000-0000-5000-8000-000000000001.
Unsubscribe from this list: https://portal.scanware.example/unsubscribe/a-token_of-anna`);
    expect(mail.html).toContain('>Your license for Barcode Reader expires in 60 days.</h1>');
    expect(mail.html).toMatch(
      /href="https:\/\/portal\.scanware\.example\/renew\?license&#x3D;1&amp;from&#x3D;mail"[^>]*>\s*Renew now\s*<\/a>/,
    );
  });

  it.each([
    ['2025-12-10T08:00:00Z', 'expires in 90 days, on 10 March 2026', 'an early notice'],
    ['2026-02-08T08:00:00Z', 'expires in 30 days, on 10 March 2026', 'Its last day is 10 March 2026.'],
    ['2026-03-03T08:00:00Z', 'expires in 7 days, on 10 March 2026', 'Only a few days are left'],
    ['2026-03-09T08:00:00Z', 'expires tomorrow', 'Tomorrow, 10 March 2026, is its last day.'],
    ['2026-03-10T22:59:59Z', 'expires today', 'Today, 10 March 2026, is its last day.'],
  ])('at %s it %s', async (now, subject, opening) => {
    const mail = await mailOf({}, Date.parse(now));
    expect(mail.subject).toBe(`Your license for Barcode Reader ${subject}`);
    expect(mail.text).toContain(opening);
  });

  it.each([
    ['de-AT', 'de-AT', 'Ihre Lizenz für Barcode Reader läuft in 60 Tagen ab, am 10. März 2026'],
    ['tlh', 'en', 'Your license for Barcode Reader expires in 60 days, on 10 March 2026'],
  ])('to a reader of %s is in %s, and says so', async (locale, language, subject) => {
    const mail = await mailOf({ locale });
    expect(mail.subject).toBe(subject);
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'content-language', value: language }));
    expect(mail.html).toContain(`<html lang="${language}"`);
  });

  it('counts the days in the zone of the term', async () => {
    const mail = await mailOf(
      { zone: 'Pacific/Kiritimati' as Zone, expiresOn: '2026-01-10' as IsoDate },
      Date.parse('2026-01-09T10:00:00Z'),
    );
    expect(mail.subject).toBe('Your license for Barcode Reader expires today');
  });

  it('is not made once the term is over', async () => {
    await expect(mailOf({}, Date.parse('2026-03-10T23:00:00Z'))).rejects.toThrow('too late');
  });

  it('tells a reseller whose license it is', async () => {
    const mail = await mailOf({ customer: 'Acme', because: { role: 'reseller', orders: ['7' as OrderId] } });
    expect(mail.subject).toBe("Your customer's license for Barcode Reader expires in 60 days, on 10 March 2026");
    expect(mail.text).toContain('Customer: Acme\n');
    expect(mail.text).toContain('You get this mail because you sold order 7.');
  });

  it('tells maintenance from a license that stops', async () => {
    const mail = await mailOf({ ends: 'maintenance' });
    expect(mail.subject).toBe('Your maintenance for Barcode Reader ends in 60 days, on 10 March 2026');
    expect(mail.text).toContain('The license itself does not expire.');
  });

  it('says when nothing is left of the quota, before the term is over [P24]', async () => {
    expect((await mailOf({ usedUp: true })).text).toContain('Used up: the whole quota');
    expect((await mailOf()).text).not.toContain('Used up');
  });

  it('names the price where there is one, with the digits of its currency [L21]', async () => {
    const price = async (amountMinor: number, currency: string) =>
      (await mailOf({ costs: { amountMinor, currency } })).text?.match(/Renewal price: (.*)/)?.[1]?.replace(/\s/g, ' ');
    expect(await price(123_450, 'EUR')).toBe('EUR 1,234.50');
    expect(await price(123_450, 'JPY')).toBe('JPY 123,450');
  });

  it('leaves out name and link where there are none', async () => {
    const mail = await mailOf({
      to: { email: 'anna@customer.example' },
      step: { to: 'ask-sales' },
    });
    expect(mail.text).toContain('Hello,\n');
    expect(mail.html).not.toContain('Renew now');
  });

  it('rule 14: has the same bytes each time, and a Message-ID of its own for each reminder and contact', async () => {
    const compose = (reminder = dueReminder(), contact = ANNA) => composed(reminder, contact, reminderContent(), at);
    const mail = await compose();
    expect((await compose()).raw.equals(mail.raw)).toBe(true);
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@scanware\.example>$/);

    const others = await Promise.all([
      compose(dueReminder(), BORIS),
      compose(dueReminder({ offset: 30 })),
      compose(dueReminder({ expiresOn: '2027-03-10' as IsoDate })),
      compose(dueReminder({ subject: { kind: 'maintenance', id: LICENSE } })),
    ]);
    expect(new Set([mail, ...others].map(({ messageId }) => messageId)).size).toBe(5);
  });

  it('keeps whatever customers are called out of its headers and its markup', async () => {
    const hostile = fc.string({
      unit: fc.constantFrom('\r', '\n', '\r\n', '<b>', '"', '&', ':', 'Bcc: x@y.example', 'é', ' ', 'a'),
    });
    const names = (mail: Awaited<ReturnType<typeof mailOf>>) => mail.headers.map(({ key }) => key).sort();
    const usual = names(await mailOf());
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (name, product, vendor) => {
        const mail = await mailOf({
          to: { email: 'anna@customer.example', name },
          license: { id: LICENSE, product, quota: 1, externalId: name },
          vendor: { ...reminderContent().vendor, name: vendor },
        });
        expect(names(mail)).toEqual(usual);
        expect(mail.to).toHaveLength(1);
        expect(mail.to?.[0]?.address).toBe('anna@customer.example');
        expect(mail.subject).toMatch(/^Your license for .*expires in 60 days, on 10 March 2026$/);
        expect(mail.html).not.toContain('<b>');
      }),
      runs,
    );
  });

  it.each(['', 'anna', 'a@x.example, b@y.example', 'a@x.example\r\nRCPT TO:<b@y.example>', '"a" <a@x.example>'])(
    'is never sent to %j',
    async (email) => {
      await expect(mailOf({ to: { email } })).rejects.toThrow(PermanentMailFailure);
    },
  );
});
