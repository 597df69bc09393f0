import { organizationId, ownerOf } from '../support/samples';
import { Served } from './served';

const company = `/organizations/${organizationId('acme')}`;
const person = `${company}/contacts/${ownerOf('acme')}`;
let served: Served;

beforeEach(async () => {
  served = await Served.begin();
  await served.imported('acme', { reader: {} });
});
afterEach(() => served.close());

const read = async () => (await served.as('support').get(company).expect(200)).body;

describe('the language of mail', () => {
  it('is chosen by people for themselves and their company', async () => {
    const owner = served.as('customer', ownerOf('acme'));
    await owner.post(`${person}/locale`, { locale: 'de' }).expect(201);
    await owner.post(`${company}/locale`, { locale: 'en' }).expect(201);
    expect(await read()).toMatchObject({ locale: 'en', contacts: [{ locale: 'de' }] });
  });

  it.each(['tlh', 'de-', 'German', ''])('cannot be %s: those there are are named', async (locale) => {
    const { body } = await served.as('support').post(`${person}/locale`, { locale }).expect(400);
    expect(body).toMatchObject({ code: 'INVALID_INPUT', detail: expect.stringMatching(/de, en/) });
  });

  it('comes with whoever registers or is invited', async () => {
    const bob = { email: 'bob@acme.example', personName: 'Bob', locale: 'de' };
    await served.as('customer', ownerOf('acme')).post(`${company}/invitations`, bob).expect(201);
    expect((await read()).contacts).toMatchObject([{}, { locale: 'de' }]);
    const account = { ...bob, email: 'eve@new.example', name: 'New', zone: 'Europe/Berlin', policy: 'dynamsoft' };
    const { body } = await served.as('support').post('/organizations', account).expect(201);
    const opened = await served.as('support').get(`/organizations/${body.organizationId}`).expect(200);
    expect(opened.body.contacts).toMatchObject([{ locale: 'de' }]);
  });

  it('is chosen on the account page, where people see whom mail reaches', async () => {
    const owner = served.as('customer', ownerOf('acme'));
    await owner.post('/portal/account/locale', { locale: 'de' }).expect(303);
    await owner.post('/portal/account/company-locale', { locale: 'en' }).expect(303);
    const { text } = await owner.get('/portal/account').expect(200);
    expect(text).toMatch(/<option value="de"\s+selected>Deutsch<\/option>/);
    expect(text).toMatch(/Owner of acme.*primary.*owner@acme\.example.*arrives/s);
    expect((await served.as('customer', organizationId('nobody')).get('/portal/account')).text).toContain('no company');
  });
});
