import {
  AddressBook,
  Addresses,
  ChangeContactEmail,
  Desk,
  EraseContact,
  PasswordLinks,
  Passwords,
  RequestAccountRemoval,
  RequestPasswordLink,
  SetPassword,
} from '@renewals/commands';
import { companyContactOf } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, orderId, organizationId } from '../../../../test/support/samples';
import { bob, bobIsAddedTo, bobJoins, byBob } from '../people.spec';

const acme = organizationId('acme');
const email = 'bob@acme.example';
const password = 'correct horse battery';
let engine: EngineInTime;

beforeEach(async () => {
  engine = await EngineInTime.begin();
  await engine.imported('acme', { reader: {} });
  await bobJoins(engine);
  await bobIsAddedTo(engine, 'reader');
  await engine.worker.settle();
});
afterEach(() => engine.close());

async function setsPassword(address: string, name: string): Promise<void> {
  await engine.do(new RequestPasswordLink(address, 'dynamsoft', contextOf(`${name}: link`)));
  const stream = engine.get(Addresses).streamIdOf(address);
  const link = await engine.get(PasswordLinks).passwordLinkFor(stream, engine.clock.now());
  await engine.do(new SetPassword(link?.token ?? '', password, contextOf(`${name}: set`)));
}

const contact = async () => companyContactOf(await engine.get(Desk).organization(acme), bob);

async function readable(): Promise<string | undefined> {
  const found = await contact();
  return found && engine.infrastructure.personal.open(found.email);
}

describe('an account that is removed by request', () => {
  it('leaves the company and its orders, and nothing of the person can be read [F53]', async () => {
    await setsPassword(email, 'bob');
    await engine.do(new RequestAccountRemoval(acme, bob, contextOf('please', { actor: byBob })));
    expect(await readable()).toBe(email);

    await engine.do(new EraseContact(acme, bob, contextOf('carried out')));
    await engine.worker.settle();

    expect((await contact())?.status).toBe('erased');
    expect(await readable()).toBeUndefined();
    expect(await engine.get(Passwords).passwordMatches(email, password)).toBeUndefined();
    expect((await engine.typesIn(`order-${orderId('reader')}`)).at(-1)).toBe('ContactRemoved');
  });

  it('gives the address back: who has it next is somebody else', async () => {
    await engine.do(new RequestAccountRemoval(acme, bob, contextOf('please', { actor: byBob })));
    await engine.do(new EraseContact(acme, bob, contextOf('carried out')));
    await engine.worker.settle();
    expect(await engine.get(AddressBook).contactOf(email)).not.toBe(bob);
  });
});

describe('an address that the back office changes', () => {
  const changed = (to: string) =>
    engine.do(new ChangeContactEmail(acme, bob, to, 'dynamsoft', contextOf(`changed to ${to}`)));

  it('leads to the person from then on, and the old one to nobody [F52]', async () => {
    await setsPassword(email, 'bob');
    await changed('robert@acme.example');
    expect(await readable()).toBe('robert@acme.example');
    expect(await engine.get(AddressBook).contactOf('robert@acme.example')).toBe(bob);
    expect(await engine.get(AddressBook).contactOf(email)).not.toBe(bob);
    expect(await engine.get(Passwords).passwordMatches(email, password)).toBeUndefined();
    expect(await engine.get(Passwords).isSetupRequired('robert@acme.example')).toBe(true);
  });

  it('is nobody else’s', async () => {
    await expect(changed('owner@acme.example')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await readable()).toBe(email);
  });

  it('may be written in another way', async () => {
    await changed('Bob@Acme.example');
    expect(await engine.get(AddressBook).contactOf(email)).toBe(bob);
  });
});
