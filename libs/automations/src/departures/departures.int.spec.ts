import {
  AcceptInvitation,
  AddOrderContact,
  AddQuota,
  ChangeBillingContact,
  Desk,
  InviteContact,
  RemoveCompanyContact,
  RemoveOrderContact,
  TerminateLicense,
} from '@renewals/commands';
import { StoreUnavailable } from '@renewals/event-store';
import { type Actor, contactsOf, hasAccess, isoDate, type LicenseId, type OrderEvent } from '@renewals/licensing';
import { OrderAlerts } from '@renewals/projections';
import { bought } from '../../../../test/support/bought';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, licenseId, orderId, organizationId, ownerOf } from '../../../../test/support/samples';
import { WatchedStore } from '../../../../test/support/watched-store';
import { bob, bobIsAddedTo, bobJoins } from '../people.spec';

const acme = organizationId('acme');
const ann = ownerOf('acme');
const bySupport: Actor = { type: 'support', id: 'sue' };
let engine: EngineInTime;
let store: WatchedStore;

beforeEach(async () => {
  engine = await EngineInTime.begin({ through: (real) => (store = new WatchedStore(real)) });
  await engine.imported('acme', { reader: {}, writer: {} });
  await bobJoins(engine);
  await bobIsAddedTo(engine, 'reader', 'writer');
  await engine.do(new ChangeBillingContact(orderId('writer'), bob, 'bob@acme.example', contextOf('bills go to bob')));
  await engine.worker.settle();
});
afterEach(() => engine.close());

const leaves = (contact = bob) => engine.do(new RemoveCompanyContact(acme, contact, contextOf(`${contact} leaves`)));
const listOf = async (order: string) => contactsOf(await engine.get(Desk).order(orderId(order)), 'order');
const alerts = async () => {
  await engine.caughtUp();
  return (await engine.get(OrderAlerts).page(10)).map((row) => row.orderId).sort();
};
const changesOf = async (order: string) =>
  (await engine.events(`order-${orderId(order)}`)).map((event) => event as unknown as OrderEvent);

describe('a person who leaves the company', () => {
  it('has no access from that moment, before anything is tidied [F18]', async () => {
    await leaves();
    const [order, company] = [
      await engine.get(Desk).order(orderId('reader')),
      await engine.get(Desk).organization(acme),
    ];
    expect(await listOf('reader')).toEqual([ann, bob]);
    expect(hasAccess(order, company, bob)).toBe(false);
  });

  it('is taken off every list of every order, once', async () => {
    await leaves();
    await engine.worker.settle();
    expect([await listOf('reader'), await listOf('writer')]).toEqual([[ann], [ann]]);
    const writer = (await changesOf('writer')).filter(({ type }) => type === 'ContactRemoved');
    expect(writer.map(({ data }) => data)).toMatchObject([
      { contactId: bob, role: 'order' },
      { contactId: bob, role: 'billing' },
    ]);
    expect(await alerts()).toEqual([]);
  });

  it('stays on the lists when they are back before anybody tidied', async () => {
    await leaves();
    await bobJoins(engine, 'bob is back');
    await engine.worker.settle();
    expect(await listOf('reader')).toEqual([ann, bob]);
  });

  it('is taken off the rest when the first attempt died half-way', async () => {
    store.beforeAppend = ({ stream }) => {
      if (stream === `order-${orderId('writer')}`) throw new StoreUnavailable('died');
    };
    await leaves();
    await expect(engine.worker.settle()).rejects.toThrow('died');
    store.beforeAppend = () => undefined;
    await engine.worker.settle();
    expect([await listOf('reader'), await listOf('writer')]).toEqual([[ann], [ann]]);
  });

  it('was the last one of an order: sales is alerted once, until somebody is added', async () => {
    await leaves(ann);
    await engine.worker.settle();
    expect(await alerts()).toEqual([]);
    await leaves(bob);
    await engine.worker.settle();
    expect(await alerts()).toEqual([orderId('reader'), orderId('writer')].sort());
    expect((await changesOf('reader')).filter(({ type }) => type === 'AlertRaised')).toHaveLength(1);

    const support = { actor: bySupport };
    const person = { email: 'bob@acme.example', name: 'Bob', contactId: bob };
    const { invitationId } = await engine.do(new InviteContact(acme, person, 'dynamsoft', contextOf('again', support)));
    await engine.do(new AcceptInvitation(acme, invitationId, bob, contextOf('accepts again')));
    await engine.do(new AddOrderContact(orderId('reader'), bob, 'order', person.email, contextOf('back', support)));
    expect(await alerts()).toEqual([orderId('writer')]);
  });
});

describe('the last one of an order of which nothing is left', () => {
  const end = (license: LicenseId) =>
    engine.do(
      new TerminateLicense(
        license,
        isoDate('2025-12-01'),
        'asked for',
        contextOf(`end ${license}`, { actor: bySupport }),
      ),
    );

  it('leaves without an alert, whether the order was imported or placed here', async () => {
    const scanner = await bought(engine, 'scanner');
    for (const license of [licenseId('reader'), scanner]) await end(license);
    await leaves(ann);
    await leaves(bob);
    await engine.worker.settle();
    expect(await alerts()).toEqual([orderId('writer')]);
  });

  it('does not, while what was added to it runs', async () => {
    await engine.do(new AddQuota(licenseId('reader'), 2, contextOf('add', { actor: bySupport })));
    await engine.worker.settle();
    await end(licenseId('reader'));
    await leaves(ann);
    await leaves(bob);
    await engine.worker.settle();
    expect(await alerts()).toEqual([orderId('reader'), orderId('writer')].sort());
  });
});

describe('a person who is taken off one order', () => {
  it('keeps the others [F14]', async () => {
    await engine.do(new RemoveOrderContact(orderId('reader'), bob, 'order', contextOf('off')));
    await engine.worker.settle();
    expect([await listOf('reader'), await listOf('writer')]).toEqual([[ann], [ann, bob]]);
  });
});
