import type { ContactId, InvoiceId, IsoDate, NoticeKind, OrderId } from '@renewals/licensing';
import PostalMime from 'postal-mime';
import { ANNA, composed, LICENSE, reminderContent } from '../examples.spec';
import type { MailContent } from '../mail-content';

const { to, vendor, locale } = reminderContent();
const correspondence = { to, vendor, locale };
const license = { id: LICENSE, product: 'Barcode Reader', quota: 25, externalId: 'S-1001' };
const orderId = 'order-7' as OrderId;
const at = Date.parse('2026-01-09T08:00:00Z');

async function mailOf(content: MailContent, recipient: ContactId | 'sales' = ANNA) {
  const mailing = { kind: content.kind as NoticeKind, noticeId: 'n-1' };
  const mail = await PostalMime.parse(composed(mailing, recipient, content, at).raw);
  return { subject: mail.subject, text: mail.text?.trimEnd().replaceAll('\u00a0', ' '), html: mail.html ?? '' };
}

const footer = `Questions about the license: support@scanware.example
Questions about the renewal: sales@scanware.example

Scanware`;

describe('the confirmation of a renewal', () => {
  const line = {
    product: 'Barcode Reader',
    license: 'S-1001',
    quota: 25,
    amount: { amountMinor: 123_450, currency: 'EUR' },
    runs: { startsOn: '2026-03-11' as IsoDate, expiresOn: '2027-03-10' as IsoDate },
    of: 'license',
    next: 'key-for-contacts',
  } as const;
  const content = {
    ...correspondence,
    kind: 'confirmation',
    invoice: { id: 'inv-1' as InvoiceId, poNumber: 'PO-7', issuedOn: '2026-02-01' as IsoDate },
    lines: [line, { ...line, product: 'Reader <Cloud>', license: 'S-1002', next: 'renewed-by-itself' }],
    total: { amountMinor: 246_900, currency: 'EUR' },
    customers: [],
    step: { to: 'ask-sales' },
    because: { role: 'billing-contact', orders: [orderId] },
  } as const;

  it('is a receipt with its lines, their total, invoice and purchase order, and says what is left to do for each [L15][L34]', async () => {
    const { subject, text } = await mailOf(content);
    expect(subject).toBe('Your renewal of Barcode Reader and Reader <Cloud> is complete');
    expect(text).toBe(`Hello Anna Ångström,

Your renewal of Barcode Reader and Reader <Cloud> is complete.
This is your receipt.

Invoice: inv-1
Purchase order: PO-7
Issued: 1 February 2026

Barcode Reader, license S-1001
  Quota: 25
  Term: 11 March 2026 to 10 March 2027
  Amount: EUR 1,234.50
  Its new license key is generated. A contact of the order gets it in the customer portal, in Order > Full License.

Reader <Cloud>, license S-1002
  Quota: 25
  Term: 11 March 2026 to 10 March 2027
  Amount: EUR 1,234.50
  It is renewed. There is nothing to do.

Total: EUR 2,469.00

If something is not as you expect, write to sales@scanware.example.

${footer}
You get this mail because you are the billing contact of order order-7.`);
  });

  it('is escaped in HTML', async () => {
    const { html } = await mailOf(content);
    expect(html).toContain('Reader &lt;Cloud&gt;, license S-1002');
    expect(html).not.toContain('<Cloud>');
  });

  it('tells a reseller for whom it is', async () => {
    const { subject, text } = await mailOf({ ...content, customers: ['Acme'] });
    expect(subject).toBe("Your customer's renewal of Barcode Reader and Reader <Cloud> is complete");
    expect(text).toContain('Customer: Acme\nInvoice: inv-1\n');
  });

  it('says of a line without a new term that it was not renewed', async () => {
    const { runs: _none, ...failed } = line;
    const { text } = await mailOf({ ...content, lines: [failed] });
    expect(text).toContain('Term: not renewed');
  });

  it('names no purchase order where there is none', async () => {
    const { invoice, ...rest } = content;
    const { poNumber: _none, ...withoutOrder } = invoice;
    expect((await mailOf({ ...rest, invoice: withoutOrder })).text).not.toContain('Purchase order');
  });
});

describe('an invitation', () => {
  const content = {
    ...correspondence,
    kind: 'invitation',
    company: 'Acme',
    invitedBy: 'Boris',
    expiresAt: Date.parse('2026-01-16T08:00:00Z'),
    url: 'https://portal.scanware.example/accept',
  } as const;

  it('says who invites where, until when, and how to accept', async () => {
    const { subject, text } = await mailOf(content);
    expect(subject).toBe('You are invited to the account of Acme');
    expect(text).toBe(`Hello Anna Ångström,

Boris invites you to be a contact of Acme in the customer portal.
Once you have accepted, contacts of an order can add you to it. Then you see its licenses and get its mails.

Accept it until 16 January 2026 at 08:00 UTC. After that, ask for a new one.
Accept the invitation: https://portal.scanware.example/accept

${footer}
You get this mail because somebody of Acme invited this address.`);
  });

  it('names nobody who was erased', async () => {
    const { invitedBy: _erased, ...anonymous } = content;
    expect((await mailOf(anonymous)).text).toContain('A contact of the company invites you');
  });
});

describe('a password link', () => {
  it('works once and for a time, and harms nobody who did not ask [P14]', async () => {
    const { subject, text, html } = await mailOf({
      ...correspondence,
      kind: 'password-link',
      url: 'https://portal.scanware.example/portal/password#secret',
      expiresAt: Date.parse('2026-01-10T08:00:00Z'),
    });
    expect(subject).toBe('Set your password for Scanware');
    expect(text).toContain('If it was not you, do nothing: your password stays as it is.');
    expect(text).toContain('The link works once, until 10 January 2026 at 08:00 UTC.');
    expect(text).toContain('Set the password: https://portal.scanware.example/portal/password#secret');
    expect(html).toContain('href="https://portal.scanware.example/portal/password#secret"');
  });
});

describe('the notice of a used quota', () => {
  const content = {
    ...correspondence,
    kind: 'quota-threshold',
    license,
    percent: 80,
    orderId,
    step: { to: 'ask-sales' },
  } as const;

  it('says how much is used, and how to get more', async () => {
    const { subject, text } = await mailOf(content);
    expect(subject).toBe('The quota of your license for Barcode Reader is used by 80%');
    expect(text).toBe(`Hello Anna Ångström,

The quota of your license for Barcode Reader is used by 80%.
When nothing is left of it, the license cannot be used until quota is added, also before it expires.

License: S-1001
Product: Barcode Reader
Quota: 25
Used: 80%
Order: order-7

To get more, write to sales@scanware.example.

${footer}
You get this mail because you are a contact for order order-7.`);
  });

  it('says when nothing is left', async () => {
    const { subject, text } = await mailOf({ ...content, percent: 100 });
    expect(subject).toBe('The quota of your license for Barcode Reader is used up');
    expect(text).toContain('Nothing is left of it, although the license has not expired.');
  });
});

describe('the notice that a license is to be configured by hand', () => {
  const content = {
    ...correspondence,
    kind: 'handshake-required',
    license,
    handshakeCode: 'HC-1',
    orderId,
    url: 'https://portal.scanware.example/l',
  } as const;

  it('names the license and the old code', async () => {
    const { subject, text } = await mailOf(content);
    expect(subject).toBe('Configure your new license for Barcode Reader to its handshake code');
    expect(text).toContain('You host the license server yourselves, so this is not done for you.');
    expect(text).toContain('Handshake code: HC-1');
    expect(text).toContain('Confirm the configuration: https://portal.scanware.example/l');
  });

  it('leaves out a code that is not on record', async () => {
    const { handshakeCode: _unknown, ...rest } = content;
    expect((await mailOf(rest)).text).not.toContain('Handshake code:');
  });
});

describe('mail to sales', () => {
  const toSales = { ...correspondence, to: { email: vendor.salesEmail } };

  it('says what is to be done until when, for whom', async () => {
    const { subject, text } = await mailOf(
      {
        ...toSales,
        kind: 'sales-task',
        task: { to: 'write-to-billing-contact', product: 'Barcode Reader' },
        customer: 'Acme',
        license,
        expiresOn: '2026-04-10' as IsoDate,
        dueOn: '2026-02-09' as IsoDate,
        url: 'https://portal.scanware.example/l',
      },
      'sales',
    );
    expect(subject).toBe('Write to the billing contact about the renewal of Barcode Reader, by 9 February 2026');
    expect(text).toBe(`Hello,

Write to the billing contact about the renewal of Barcode Reader, by 9 February 2026.

Customer: Acme
License: S-1001
Product: Barcode Reader
Quota: 25
Last day: 10 April 2026
Due: 9 February 2026

Note there what you did.
Open the license: https://portal.scanware.example/l

${footer}
You get this mail because you sell for Scanware.`);
  });

  it('says whom to write to, and which payment bounced', async () => {
    const task = {
      ...toSales,
      kind: 'sales-task',
      task: { to: 'payment-reversed' },
      dueOn: '2026-02-09' as IsoDate,
      url: 'l',
    } as const;
    const writeTo = { email: 'anna@acme.example', name: 'Anna' };
    expect((await mailOf({ ...task, writeTo }, 'sales')).text).toContain('Write to: Anna, anna@acme.example\n');
    const invoice = 'inv-1' as InvoiceId;
    const payment = { id: 'P-1', amount: { amountMinor: 6000, currency: 'EUR' }, invoice, reason: 'No funds.' };
    expect((await mailOf({ ...task, payment }, 'sales')).text).toContain(
      'Payment: P-1, EUR 60.00\nIt bounced because: No funds.\nInvoice: inv-1\n',
    );
  });

  it('says that nobody of an order gets its mail', async () => {
    const content = { ...toSales, kind: 'alert', customer: 'Acme', reason: 'no-recipient', orderId } as const;
    const { subject, text } = await mailOf(content, 'sales');
    expect(subject).toBe('Nobody at Acme gets the mail of order order-7');
    expect(text).toContain('There was nobody to write to at Acme.');
    expect(text).toContain('add them to the contacts of the order.');
  });

  it('says that nobody of an order gets its bills', async () => {
    const content = { ...toSales, kind: 'alert', customer: 'Acme', reason: 'no-billing-contact', orderId } as const;
    const { subject, text } = await mailOf(content, 'sales');
    expect(subject).toBe('Nobody gets the bills of order order-7 of Acme');
    expect(text).toContain('There was nobody to send the bill of Acme to.');
    expect(text).toContain('make them the billing contact of the order;');
  });

  it('names the expiry that nobody was reminded of', async () => {
    const expiry = { product: 'Barcode Reader', expiresOn: '2026-04-10' as IsoDate };
    const { text } = await mailOf(
      { ...toSales, kind: 'alert', customer: 'Acme', reason: 'no-recipient', orderId, expiry },
      'sales',
    );
    expect(text).toContain('nobody to write to at Acme about Barcode Reader, which expires on 10 April 2026.');
  });
});
