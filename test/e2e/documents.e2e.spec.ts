import PostalMime from 'postal-mime';
import { licenseId, organizationId, ownerOf } from '../support/samples';
import { textOfPdf } from '../support/text-of-pdf';
import { Person } from './person';
import { Served } from './served';

describe('the documents of a renewal', () => {
  let served: Served;
  let renewal: string;
  const customer = () => served.as('customer', ownerOf('acme'));

  /** Two licenses of Acme for 60.00 each, and somebody else's. */
  beforeEach(async () => {
    served = await Served.begin({ at: '2026-03-01T12:00:00Z' });
    await served.imported('acme', { reader: {}, writer: {} });
    await served.imported('other', { other: { to: 'other' } });
    const lines = ['reader', 'writer'].map((name) => ({ licenseId: licenseId(name), currentExpiresOn: '2026-03-11' }));
    const { body } = await served.as('sales').post('/renewals', { lines }).expect(201);
    renewal = `/renewals/${body.renewalId}`;
  });
  afterEach(() => served.close());

  const quoted = async (proforma: boolean): Promise<string> =>
    (await served.as('sales').post(`${renewal}/quote`, { proforma }).expect(201)).body.quoteId;
  const invoiced = async () => {
    await served.as('sales').post(`${renewal}/approval`).expect(201);
    await served.as('sales').post(`${renewal}/invoice`, { poNumber: 'PO-4711' }).expect(201);
  };
  const downloaded = async (path: string, by = customer()): Promise<{ text: string; pdf: Buffer }> => {
    const { body, headers } = await by.get(`${renewal}/${path}`).responseType('blob').expect(200);
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-cache' });
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[a-z]+-[0-9a-f-]{36}\.pdf"$/);
    return { text: textOfPdf(body as Buffer).replace(/[\s\u00a0]+/gu, ' '), pdf: body as Buffer };
  };

  it('are a proforma of its last quote', async () => {
    const quoteId = await quoted(true);
    const { text, pdf } = await downloaded('quote/proforma.pdf');
    expect(text).toContain('Proforma invoice');
    expect(text.replace(/ /g, '')).toContain(quoteId);
    expect(text).toContain('Issued 1 March 2026');
    expect(text).toContain('from 12 March 2026');
    expect(text).toContain('Total USD 120.00');
    served.clock.moveTo(served.clock.now() + 60_000);
    expect((await downloaded('quote/proforma.pdf', served.as('sales'))).pdf.equals(pdf)).toBe(true);
  });

  it('are a receipt of its invoice, with what came in since', async () => {
    await invoiced();
    expect((await downloaded('receipt.pdf')).text).toContain('Still to be paid USD 120.00');
    const payment = { paymentId: 'P-1', amount: { amountMinor: 5000, currency: 'USD' }, method: 'wire' };
    await served
      .as('sales')
      .post(`${renewal}/payments`, { ...payment, paidOn: '2026-03-01' })
      .expect(201);
    const { text } = await downloaded('receipt.pdf');
    expect(text).toContain('Purchase order PO-4711');
    expect(text).toContain('Paid on 1 March 2026 by bank transfer USD 50.00');
    expect(text).toContain('Still to be paid USD 70.00');
  });

  it('come by mail as they are downloaded', async () => {
    await served.as('customer', ownerOf('acme')).post(`${renewal}/quote`, { proforma: true }).expect(201);
    expect(await attachedToNewestMail()).toEqual((await downloaded('quote/proforma.pdf')).pdf);
    await invoiced();
    await served.until('2026-03-12T12:00:00Z');
    expect(await attachedToNewestMail('receipt')).toEqual((await downloaded('receipt.pdf')).pdf);
  });

  /** The newest mail with a document of that name. */
  const attachedToNewestMail = async (name = 'proforma'): Promise<Buffer | undefined> => {
    await served.until(new Date(served.clock.now()).toISOString());
    const { body } = await served.as('admin').get('/mails').expect(200);
    for (const { file } of body.items as readonly { file: string }[]) {
      const { text } = await served
        .as('admin')
        .get(`/mails/${encodeURIComponent(file)}`)
        .expect(200);
      const { attachments } = await PostalMime.parse(text, { attachmentEncoding: 'arraybuffer' });
      const found = attachments.find(({ filename }) => filename?.startsWith(name));
      if (found) return Buffer.from(found.content as ArrayBuffer);
    }
    return undefined;
  };

  it('are not there before there is what they say, and it is said how to get it', async () => {
    for (const [path, way] of [
      ['quote/proforma.pdf', 'POST /renewals/{id}/quote'],
      ['receipt.pdf', 'not invoiced yet'],
    ] as const) {
      const { body } = await customer().get(`${renewal}/${path}`).expect(404);
      expect(body).toMatchObject({ code: 'NOT_FOUND', detail: expect.stringContaining(way) });
    }
    await quoted(false);
    await customer().get(`${renewal}/quote/proforma.pdf`).expect(404);
  });

  it('are for whoever reads the renewal, and nobody else', async () => {
    await quoted(true);
    await invoiced();
    for (const path of ['quote/proforma.pdf', 'receipt.pdf']) {
      await served.as('auditor').get(`${renewal}/${path}`).expect(200);
      await served.as('customer', ownerOf('other')).get(`${renewal}/${path}`).expect(404);
      await served.as('reseller').get(`${renewal}/${path}`).expect(403);
      await served.as('sales').get(`/renewals/none/${path}`).expect(404);
      await served.http.get(`${renewal}/${path}`).expect(401);
    }
  });

  it("are the reseller's, of what a reseller sold: its customer is told whom to ask [L37]", async () => {
    const more = { channel: 'reseller', resellerId: organizationId('Softline') } as const;
    await served.imported('Softline', {}, 'lansweeper');
    await served.imported('client', { resold: { more } }, 'lansweeper');
    const lines = [{ licenseId: licenseId('resold'), currentExpiresOn: '2026-03-11' }];
    const { body: requested } = await served.as('sales').post('/renewals', { lines }).expect(201);
    renewal = `/renewals/${requested.renewalId}`;
    await quoted(true);
    const { body } = await served.as('customer', ownerOf('client')).get(`${renewal}/quote/proforma.pdf`).expect(404);
    expect(body.detail).toContain('Ask Softline');
    const { text } = await downloaded('quote/proforma.pdf', served.as('sales'));
    expect(text).toMatch(/Customer Softline client/i);
  });

  it('are linked in the portal once they are there', async () => {
    const person = Person.as(served, 'customer', ownerOf('acme'));
    const page = `/portal/licenses/${licenseId('reader')}`;
    expect(await person.reads(page)).not.toContain('.pdf');
    await quoted(true);
    expect(await person.reads(page)).toContain(`href="${renewal}/quote/proforma.pdf"`);
    expect(await person.reads(`/portal${renewal}`)).toContain(`href="${renewal}/quote/proforma.pdf"`);
    await invoiced();
    expect(await person.reads(page)).toContain(`href="${renewal}/receipt.pdf"`);
    expect(await person.reads(`/portal${renewal}`)).toContain(`href="${renewal}/receipt.pdf"`);
  });

  it('are in the language of the reader', async () => {
    await quoted(true);
    const path = `/organizations/${organizationId('acme')}/contacts/${ownerOf('acme')}/locale`;
    await customer().post(path, { locale: 'de' }).expect(201);
    expect((await downloaded('quote/proforma.pdf')).text).toContain('Proforma-Rechnung');
  });
});
