import {
  AddOrderContact,
  EraseContact,
  InviteContact,
  OpenAccount,
  RemoveCompanyContact,
  RemoveOrderContact,
  RequestAccountRemoval,
} from '@renewals/commands';
import { type ContactId, zone } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { NoticesTold } from '../../../../test/support/notices-told';
import { contextOf, orderId, organizationId, ownerOf } from '../../../../test/support/samples';
import { bob, bobIsAddedTo, bobJoins, byOwner } from '../people.spec';

const acme = organizationId('acme');
let engine: EngineInTime;
let told: NoticesTold;
beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2026-02-01T12:00:00Z' });
  told = new NoticesTold(engine);
  await engine.imported('acme', { reader: {}, writer: {} });
  await bobJoins(engine);
  await bobIsAddedTo(engine, 'reader', 'writer');
  await told.read();
});
afterEach(() => engine.close());

const removals = async () => (await told.read()).filter(({ subject }) => /no longer a contact/.test(subject));
const takenOff = (order: string, name = 'off') =>
  engine.do(new RemoveOrderContact(orderId(order), bob, 'order', contextOf(name, { actor: byOwner })));
const leaves = (contactId: ContactId = bob) =>
  engine.do(new RemoveCompanyContact(acme, contactId, contextOf(`${contactId} leaves`)));

describe('who is taken off an order', () => {
  it('is told which, and whom to ask, and nothing else', async () => {
    await takenOff('reader');
    const [mail, ...others] = await removals();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: 'bob@acme.example',
      subject: `You are no longer a contact of order ${orderId('reader')}`,
    });
    expect(mail?.text).toContain('ask a contact of the order at acme');
    expect(mail?.text).toContain('support@dynamsoft.example');
    expect(mail?.text).not.toMatch(/Reader|owner|portal/i);
  });

  it('is not when they are back before it went out; is again at the next time', async () => {
    await takenOff('reader');
    await engine.do(
      new AddOrderContact(orderId('reader'), bob, 'order', 'bob@acme.example', contextOf('back', { actor: byOwner })),
    );
    expect(await removals()).toEqual([]);
    await takenOff('reader', 'off again');
    expect(await removals()).toHaveLength(1);
    expect(await told.decisions('access-removed')).toEqual(['suppressed out-of-date', 'sent']);
  });
});

describe('who leaves the company', () => {
  it('gets one mail, however many orders are tidied after', async () => {
    await leaves();
    const [mail, ...others] = await removals();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'bob@acme.example', subject: 'You are no longer a contact of acme' });
    const tidied = (await engine.events()).filter(({ type }) => type === 'ContactRemoved');
    expect(tidied).toHaveLength(2);
  });

  it('gets no other for the order that they were taken off right before', async () => {
    await takenOff('reader');
    await leaves();
    expect((await removals()).map(({ subject }) => subject)).toEqual(['You are no longer a contact of acme']);
    expect((await told.decisions('access-removed')).sort()).toEqual(['sent', 'suppressed superseded']);
  });

  it('is not told when they are back already', async () => {
    await leaves();
    await bobJoins(engine, 'bob is back');
    expect(await removals()).toEqual([]);
    expect(await told.decisions('access-removed')).toEqual(['suppressed out-of-date']);
  });

  it('and was only invited had nothing to lose', async () => {
    const eve = { email: 'eve@acme.example', name: 'Eve' };
    const { contactId } = await engine.do(new InviteContact(acme, eve, 'dynamsoft', contextOf('invite eve')));
    await leaves(contactId);
    expect(await removals()).toEqual([]);
    expect(await told.decisions('access-removed')).toEqual(['suppressed out-of-date']);
  });

  it('is told by the vendor who opened the account, orders or none', async () => {
    const { organizationId: company, contactId } = await engine.do(
      new OpenAccount(
        {
          via: 'registration',
          role: 'customer',
          name: 'New',
          policy: 'lansweeper',
          zone: zone('Europe/Berlin'),
          owner: { email: 'nina@new.example', name: 'Nina' },
        },
        contextOf('open'),
      ),
    );
    await engine.do(new RemoveCompanyContact(company, contactId, contextOf('nina leaves')));
    const [mail] = await removals();
    expect(mail?.to).toBe('nina@new.example');
    expect(mail?.text).toContain('support@lansweeper.example');
  });

  it('is told in the words of the company where it was imported', async () => {
    await leaves(ownerOf('acme'));
    const [mail] = await removals();
    expect(mail?.text).toContain('support@dynamsoft.example');
  });
});

describe('who is erased', () => {
  const erased = async () => {
    const support = { actor: { type: 'support', id: 'sue' } } as const;
    await engine.do(new RequestAccountRemoval(acme, bob, contextOf('ask', support)));
    await engine.do(new EraseContact(acme, bob, contextOf('erase', support)));
  };

  it('has no address any more that this could go to', async () => {
    await erased();
    expect(await removals()).toEqual([]);
    expect(await told.decisions('access-removed')).toEqual(['suppressed out-of-date']);
  });

  it('right after they left is not told of that', async () => {
    await engine.do(new RequestAccountRemoval(acme, bob, contextOf('ask first')));
    await leaves();
    await erased();
    expect(await removals()).toEqual([]);
    expect(await told.decisions('access-removed')).toEqual(['suppressed out-of-date']);
  });
});
