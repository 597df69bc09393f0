import { maintained } from '../support/maintained';
import { licenseId, orderId, ownerOf } from '../support/samples';
import { Person } from './person';
import { Served } from './served';

let served: Served;
afterEach(() => served.close());

const line = (name: string, expiresOn = '2026-03-11') => `license ${licenseId(name)} ${expiresOn}`;

describe('what is due', () => {
  let owner: Person;
  beforeEach(async () => {
    served = await Served.begin({ at: '2025-12-15T12:00:00Z' });
    await served.imported('acme', { reader: {}, writer: {} });
    owner = Person.as(served, 'customer', ownerOf('acme'));
  });

  it('is selected and renewed together, on one bill [R13][R14]', async () => {
    const { text } = await owner.get('/').expect(200);
    expect(text).toContain(`value="${line('reader')}"`);
    const selected = { tab: 'annual', line: [line('reader'), line('writer')] };
    const { headers } = await owner.post('/portal/renewals', selected).expect(303);
    const page = String(headers['location']);
    expect(await owner.reads(page)).toMatch(/One renewal of 2 terms/);
    expect(await owner.reads(`/portal/licenses/${licenseId('writer')}`)).toContain(`href="${page}"`);
    const after = await owner.reads('/');
    expect(after).not.toContain('type="checkbox"');
    expect(after).not.toContain('Renew Selected');
  });

  it('takes what it can, and says what it did not take', async () => {
    const selected = { tab: 'annual', line: [line('reader'), line('writer', '2026-03-10')] };
    const { headers } = await owner.post('/portal/renewals', selected).expect(303);
    expect(await owner.reads(String(headers['location']))).toMatch(
      /Not taken:.*Reader of acme.*states the expiry that it renews/s,
    );
  });

  it('is renewed one by one, too, and not by selecting nothing or nonsense', async () => {
    const none = await owner.post('/portal/renewals', { tab: 'annual' }).expect(400);
    expect(none.text).toContain('Nothing is to be renewed. Choose a license.');
    await owner.post('/portal/renewals', { tab: 'annual', line: 'license nonsense' }).expect(400);
    await owner.post('/portal/renewals', { tab: 'annual', line: line('reader') }).expect(303);
  });

  it('cannot be selected where the button would refuse', async () => {
    await served.imported('acme', { agent: { more: { channel: 'quote' } } }, 'lansweeper');
    const box = `value="${line('agent')}"`;
    expect(await owner.reads('/')).not.toContain(box);
    expect(await Person.as(served, 'sales').reads('/')).toContain(box);
    expect(await Person.as(served, 'auditor').reads('/')).not.toContain('type="checkbox"');
  });

  it('tells sales, and nobody else, whom mail does not reach', async () => {
    const sales = () => Person.as(served, 'sales').reads('/');
    expect(await sales()).not.toContain('Nobody could be reminded');
    await served
      .as('customer', ownerOf('acme'))
      .post(`/orders/${orderId('reader')}/reminders-subscription/cancellation`);
    await served.caughtUp();
    expect((await sales()).match(/Nobody could be reminded/g)).toHaveLength(1);
    expect(await owner.reads('/')).not.toContain('Nobody could be reminded');
  });

  it('has a tab for support and maintenance [R20]', async () => {
    const viewer = await maintained(served);
    await served.until('2026-11-01T12:00:00Z');
    owner = Person.as(served, 'customer', ownerOf('acme'));
    const value = `maintenance ${viewer} 2026-12-15`;
    expect(await owner.reads('/?tab=maintenance')).toContain(`value="${value}"`);
    await owner.post('/portal/renewals', { tab: 'maintenance', line: value }).expect(303);
  });
});

describe('the tasks of sales', () => {
  beforeEach(async () => {
    served = await Served.begin({ at: '2025-12-01T12:00:00Z' });
    await served.imported('acme', { agent: { more: { channel: 'quote', recurringBilling: 'enabled' } } }, 'lansweeper');
    await served.until('2025-12-12T12:00:00Z');
  });

  it('are listed, and done with what came of them', async () => {
    const sales = Person.as(served, 'sales');
    const text = await sales.reads('/portal/sales-tasks');
    expect(text).toMatch(/acme.*Write to the billing contact/s);
    const [, form = ''] = /action="(\/portal\/sales-tasks\/[^"]+)"/.exec(text) ?? [];
    await sales.post(form, { note: 'She renews' }).expect(303);
    expect(await sales.reads('/portal/sales-tasks')).toContain('None of these.');
    expect(await sales.reads('/portal/sales-tasks?status=done')).toContain('She renews');
  });

  it('are marked as soon as their day is over', async () => {
    const overdue = '/portal/sales-tasks?status=overdue';
    served.clock.moveTo(Date.parse('2026-01-10T22:59:59Z'));
    expect(await Person.as(served, 'sales').reads(overdue)).toContain('None of these.');
    served.clock.moveTo(Date.parse('2026-01-10T23:00:00Z'));
    const sales = Person.as(served, 'sales');
    expect(await sales.reads(overdue)).toMatch(/acme\s*<span class="badge[^>]*>overdue/);
    expect(await sales.reads('/portal/sales-tasks')).toContain('>overdue<');
    expect(await sales.reads('/')).toMatch(/1 sales task is\s+overdue\./);
    expect(await Person.as(served, 'customer', ownerOf('acme')).reads('/')).not.toContain('overdue');
  });

  it('are only looked at by auditors, and not by customers', async () => {
    expect(await Person.as(served, 'auditor').reads('/portal/sales-tasks')).not.toContain('<button>Done');
    await Person.as(served, 'customer', ownerOf('acme')).get('/portal/sales-tasks').expect(403);
  });
});
