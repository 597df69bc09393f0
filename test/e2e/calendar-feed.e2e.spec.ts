import { RemoveOrderContact } from '@renewals/commands';
import { contextOf, licenseId, orderId, organizationId, ownerOf } from '../support/samples';
import { readCalendar, theOnly } from '../support/read-calendar';
import { Person } from './person';
import { Served } from './served';

describe("a person's calendar", () => {
  let served: Served;
  const feed = `/organizations/${organizationId('acme')}/contacts/${ownerOf('acme')}/calendar-feed`;
  const customer = () => served.as('customer', ownerOf('acme'));

  beforeEach(async () => {
    served = await Served.begin({ at: '2026-02-01T12:00:00Z' });
    await served.imported('acme', { reader: {}, writer: {} });
    await served.imported('other', { other: { to: 'other' } });
  });
  afterEach(() => served.close());

  const opened = async (): Promise<string> => pathOf((await customer().post(feed).expect(201)).body.url);
  const days = async (path: string) => {
    const { text, headers } = await served.http.get(path).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
    });
    expect(headers['set-cookie']).toBeUndefined();
    return readCalendar(Buffer.from(text)).entries.map((entry) => theOnly(entry, 'DTSTART').value);
  };

  it('shows without a token what its person reads in the portal, and nobody else’s', async () => {
    const path = await opened();
    expect(path).toMatch(/^\/calendar\/[\w-]{86}\.ics$/);
    expect(await days(path)).toEqual(['20260311', '20260311']);
    const text = (await served.http.get(path)).text.replaceAll('\r\n ', '');
    for (const name of ['reader', 'writer']) expect(text).toContain(`/portal/licenses/${licenseId(name)}`);
    for (const foreign of [licenseId('other'), 'Acme', '@acme', ownerOf('acme')]) expect(text).not.toContain(foreign);
  });

  it('is not sent again while nothing has changed', async () => {
    const path = await opened();
    const { headers } = await served.http.get(path).expect(200);
    const etag = String(headers['etag']);
    served.clock.moveTo(served.clock.now() + 86_400_000);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const { text } = await served.http.get(path).set('if-none-match', known).expect(304);
      expect(text).toBe('');
    }
    await served.do(new RemoveOrderContact(orderId('reader'), ownerOf('acme'), 'order', contextOf('leave')));
    await served.http.get(path).set('if-none-match', etag).expect(200);
  });

  it('follows whose contact the person is, as of now', async () => {
    const path = await opened();
    await served.do(new RemoveOrderContact(orderId('reader'), ownerOf('acme'), 'order', contextOf('one')));
    expect(await days(path)).toHaveLength(1);
    await served.do(new RemoveOrderContact(orderId('writer'), ownerOf('acme'), 'order', contextOf('two')));
    expect(await days(path)).toEqual([]);
  });

  it('has one address: another one stops the first, and revoking stops it', async () => {
    const first = await opened();
    const second = await opened();
    expect(second).not.toBe(first);
    await gone(first);
    await days(second);
    await customer().delete(feed).expect(200);
    await gone(second);
    await customer().delete(feed).expect(200);
    await days(await opened());
  });

  it('is opened by its person only, and revoked by support too', async () => {
    await served.as('customer', ownerOf('other')).post(feed).expect(404);
    await served.as('sales').post(feed).expect(403);
    const path = await opened();
    await served.as('customer', ownerOf('other')).delete(feed).expect(404);
    await days(path);
    await served.as('support').delete(feed).expect(200);
    await gone(path);
  });

  it('goes with the person who leaves the company, or is erased', async () => {
    const path = await opened();
    await served.as('support').post(feed.replace('calendar-feed', 'removal')).expect(201);
    await gone(path);
  });

  it('is at no address that anybody made up', async () => {
    const path = await opened();
    for (const made of [
      path.slice(0, -4),
      path.replace('.ics', '.txt'),
      path.replace(/.\.ics$/, '~.ics'),
      `/calendar/${'A'.repeat(86)}.ics`,
      '/calendar/none.ics',
      '/calendar/.ics',
      `/calendar/${'x'.repeat(5_000)}.ics`,
    ]) {
      await gone(made);
    }
  });

  it('is a page of the portal, with the address and a way to stop it', async () => {
    const person = Person.as(served, 'customer', ownerOf('acme'));
    expect(await person.reads('/')).toContain('href="/portal/calendar"');
    expect(await person.reads('/portal/calendar')).not.toContain('.ics');
    await person.post('/portal/calendar').expect(303);
    const [, address = ''] = /value="([^"]+\.ics)"/.exec(await person.reads('/portal/calendar')) ?? [];
    expect(await days(pathOf(address))).toHaveLength(2);
    await person.post('/portal/calendar/stop').expect(303);
    expect(await person.reads('/portal/calendar')).not.toContain('.ics');
    await gone(pathOf(address));
  });

  const gone = async (path: string) => {
    const { body } = await served.http.get(path).expect(404);
    expect(body).toMatchObject({ code: 'NOT_FOUND', detail: expect.stringMatching(/\.$/) });
  };
});

function pathOf(url: string): string {
  return new URL(url).pathname;
}
