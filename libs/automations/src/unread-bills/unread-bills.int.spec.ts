import {
  AcceptInvitation,
  ChangeBillingContact,
  ImportOrganization,
  InviteContact,
  RemoveCompanyContact,
} from '@renewals/commands';
import { OrderAlerts } from '@renewals/projections';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { NewMails } from '../../../../test/support/new-mails';
import { contextOf, orderId, organization, organizationId, ownerOf } from '../../../../test/support/samples';
import { bob, bobIsAddedTo, bobJoins } from '../people.spec';
import { approved, invoice } from '../renewing.spec';

const acme = organizationId('acme');
let engine: EngineInTime;
let mails: NewMails;

beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2026-02-01T12:00:00Z' });
  mails = new NewMails(engine.infrastructure.directory.mail);
});
afterEach(() => engine.close());

const ownerLeaves = (company = 'acme') =>
  engine.do(new RemoveCompanyContact(organizationId(company), ownerOf(company), contextOf('the owner leaves')));

async function renewedWithoutOwner(): Promise<void> {
  await engine.imported('acme', { reader: {} });
  await bobJoins(engine);
  await bobIsAddedTo(engine, 'reader');
  await invoice(engine, await approved(engine));
  await ownerLeaves();
  await engine.until('2026-03-12T01:00:00Z');
}

async function alerts(): Promise<string[]> {
  await engine.worker.settle();
  return (await engine.get(OrderAlerts).page(10)).map((row) => `${row.reason} ${row.orderId}`);
}

const toSales = async () => (await mails.read()).filter(({ to }) => to.startsWith('sales@')).map((one) => one.subject);

describe('a receipt that nobody is there to get', () => {
  it('alerts sales, once', async () => {
    await renewedWithoutOwner();
    expect(await alerts()).toEqual([`no-billing-contact ${orderId('reader')}`]);
    expect(await toSales()).toEqual([`Nobody gets the bills of order ${orderId('reader')} of acme`]);
    await engine.until('2026-04-01T00:00:00Z');
    expect(await toSales()).toEqual([]);
  });

  it('alerts nobody while the billing contact is there', async () => {
    await engine.imported('acme', { reader: {} });
    await invoice(engine, await approved(engine));
    await engine.until('2026-03-12T01:00:00Z');
    expect(await alerts()).toEqual([]);
  });

  it('is looked after once sales names another billing contact [L4]', async () => {
    await renewedWithoutOwner();
    const named = contextOf('bills go to bob');
    await engine.do(new ChangeBillingContact(orderId('reader'), bob, 'bob@acme.example', named));
    expect(await alerts()).toEqual([]);
  });

  it('is looked after once the billing contact is back in the company', async () => {
    await renewedWithoutOwner();
    await ownerIsBack();
    expect(await alerts()).toEqual([]);
  });

  it('is the reseller’s, of what came through one [L36]', async () => {
    await engine.do(new ImportOrganization({ ...organization('reseller'), role: 'reseller' }));
    const through = { channel: 'reseller', resellerId: organizationId('reseller') } as const;
    await engine.imported('acme', { reader: { more: through } });
    await invoice(engine, await approved(engine));
    await ownerLeaves('reseller');
    await engine.until('2026-03-12T01:00:00Z');
    expect(await alerts()).toEqual([`no-billing-contact ${orderId('reader')}`]);
  });
});

async function ownerIsBack(): Promise<void> {
  const person = { email: 'owner@acme.example', name: 'Owner of acme', contactId: ownerOf('acme') };
  const { invitationId } = await engine.do(new InviteContact(acme, person, 'dynamsoft', contextOf('come back')));
  const byOwner = { actor: { type: 'customer', id: ownerOf('acme') } } as const;
  await engine.do(new AcceptInvitation(acme, invitationId, ownerOf('acme'), contextOf('is back', byOwner)));
}
