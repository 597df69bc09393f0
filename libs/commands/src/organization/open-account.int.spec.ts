import { Upcasting } from '@renewals/event-store';
import { eventCatalogue, zone } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, organizationId, ownerOf } from '../../../../test/support/samples';
import { Streams } from '../runtime/streams';
import { AddressBook } from './address-book';
import { Addresses } from './addresses';
import { type Account, type NewAccount, OpenAccount, OpenAccountHandler } from './open-account';
import { RemoveCompanyContact } from './company-contacts';

let engine: EngineInTime;
beforeEach(async () => void (engine = await EngineInTime.begin()));
afterEach(() => engine.close());

const bought = (email: string, via: NewAccount['via'] = 'purchase'): NewAccount => ({
  via,
  role: 'customer',
  name: 'Acme',
  zone: zone('Europe/Berlin'),
  policy: 'dynamsoft',
  owner: { email, name: 'Ann' },
});

/** Another process on the same store, with a memory of its own. */
function anotherProcess(): OpenAccountHandler {
  const { store, personal, clock } = engine.infrastructure;
  const upcasting = new Upcasting(eventCatalogue);
  const streams = new Streams({ store, upcasting, personal, clock, pause: async () => undefined, soleWriter: false });
  return new OpenAccountHandler(
    streams,
    new AddressBook(streams, engine.get(Addresses), engine.infrastructure.personKeys),
  );
}

const logged = async (type: string) => (await engine.events()).filter((event) => event.type === type);
const idsOf = (accounts: readonly Account[]) =>
  new Set(accounts.map(({ organizationId: id, contactId }) => `${id} ${contactId}`));

describe('purchases with one unknown address, all at once', () => {
  it('end in one account [P12]', async () => {
    const processes = [anotherProcess(), anotherProcess()];
    const accounts = await Promise.all(
      Array.from({ length: 8 }, (_, buyer) => {
        const email = buyer % 2 ? 'ann@acme.example' : ' Ann@Acme.example ';
        const command = new OpenAccount(bought(email), contextOf(`purchase ${buyer}`));
        return processes[buyer % 3]?.execute(command) ?? engine.do(command);
      }),
    );

    expect(idsOf(accounts).size).toBe(1);
    expect(accounts.filter(({ wrote }) => wrote)).toHaveLength(1);
    expect(await logged('AddressReserved')).toHaveLength(1);
    expect(await logged('OrganizationRegistered')).toHaveLength(1);
    expect((await logged('OrganizationRegistered'))[0]?.data).toMatchObject({
      via: 'purchase',
      passwordSetupRequired: true,
    });
  });

  it('end in one account also when the first buyer died in between', async () => {
    const { contactId } = await engine.get(AddressBook).claim('ann@acme.example', contextOf('died'));
    const account = await engine.do(new OpenAccount(bought('ann@acme.example'), contextOf('alive')));
    expect(account).toMatchObject({ contactId, wrote: true });
  });
});

describe('a purchase with a known address', () => {
  it('belongs to the account that is there [P11]', async () => {
    await engine.imported('acme', {});
    const account = await engine.do(new OpenAccount(bought('owner@acme.example'), contextOf('buy')));
    expect(account).toMatchObject({
      organizationId: organizationId('acme'),
      contactId: ownerOf('acme'),
      wrote: false,
    });
    expect(await logged('OrganizationRegistered')).toHaveLength(1);
  });

  it('is told the way out when the person left the company', async () => {
    await engine.imported('acme', {});
    await engine.do(new RemoveCompanyContact(organizationId('acme'), ownerOf('acme'), contextOf('left')));
    await expect(engine.do(new OpenAccount(bought('owner@acme.example'), contextOf('buy')))).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('another address'),
    });
  });
});

describe('a registration', () => {
  it('opens an account before anything is bought, once [P15]', async () => {
    const registering = new OpenAccount(bought('ann@acme.example', 'registration'), contextOf('register'));
    const account = await engine.do(registering);
    expect(await engine.do(registering)).toEqual({ ...account, wrote: false });
    await expect(
      engine.do(new OpenAccount(bought('ann@acme.example', 'registration'), contextOf('again'))),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
