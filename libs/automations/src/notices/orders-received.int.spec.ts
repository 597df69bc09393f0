import {
  ActivateLicense,
  Addresses,
  ImportOrganization,
  licenseOfLine,
  OpenAccount,
  PasswordLinks,
  PlaceOrder,
  RequestPasswordLink,
  RequestTrial,
  SetPassword,
} from '@renewals/commands';
import { type ContactId, type OrderLine, type OrganizationId, zone } from '@renewals/licensing';
import { orderLine } from '../../../../test/support/bought';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { NoticesTold } from '../../../../test/support/notices-told';
import { contextOf, orderId, organization, organizationId, ownerOf } from '../../../../test/support/samples';
import { WatchedStore } from '../../../../test/support/watched-store';
import { bob, bobJoins, byOwner } from '../people.spec';

const acme = organizationId('acme');
let engine: EngineInTime;
let store: WatchedStore;
let told: NoticesTold;
beforeEach(async () => {
  engine = await EngineInTime.begin({
    at: '2026-02-01T12:00:00Z',
    through: (real) => (store = new WatchedStore(real)),
  });
  told = new NoticesTold(engine);
  await engine.imported('acme', { imported: {} });
  await hasPassword('owner@acme.example');
});
afterEach(() => engine.close());

const received = async () => (await told.read()).filter(({ subject }) => /is received|is ready/.test(subject));

async function hasPassword(email: string): Promise<void> {
  await engine.do(new RequestPasswordLink(email, 'dynamsoft', contextOf(`link for ${email}`)));
  const address = engine.get(Addresses).streamIdOf(email);
  const link = await engine.get(PasswordLinks).passwordLinkFor(address, engine.clock.now());
  await engine.do(new SetPassword(String(link?.token), 'correct horse battery', contextOf(`password of ${email}`)));
}

interface Buyer {
  readonly company?: OrganizationId;
  readonly contact?: ContactId;
  readonly lines?: readonly OrderLine[];
}

const buys = (name: string, { company = acme, contact = ownerOf('acme'), lines = [orderLine()] }: Buyer = {}) =>
  engine.do(
    new PlaceOrder(
      {
        orderId: orderId(name),
        organizationId: company,
        channel: 'store',
        billingContactId: contact,
        paymentMethod: 'card',
        lines,
      },
      'dynamsoft',
      [contact],
      contextOf(`buy ${name}`),
    ),
  );

describe('an order that is received', () => {
  it('says what was bought, what it costs, and where it is activated [P19]', async () => {
    await buys('reader');
    const [mail, ...others] = await received();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'owner@acme.example', subject: 'Your order of Reader is received' });
    expect(mail?.text).toMatch(/USD.60\.00/);
    expect(mail?.text).toContain('cannot be used before it is activated');
    expect(mail?.text).toContain(`/portal/licenses/${licenseOfLine(orderId('reader'), 0)}`);
  });

  it('sends a new customer to the password first [P13][P14]', async () => {
    const owner = { email: 'nina@new.example', name: 'Nina' };
    const account = { via: 'purchase', role: 'customer', name: 'New', policy: 'dynamsoft', owner } as const;
    const opened = await engine.do(new OpenAccount({ ...account, zone: zone('Europe/Berlin') }, contextOf('open')));
    await buys('first', { company: opened.organizationId, contact: opened.contactId });
    const [mail] = await received();
    expect(mail?.to).toBe('nina@new.example');
    expect(mail?.text).toContain('Set your password first');
    expect(mail?.text).toMatch(/http\S+\/portal\/forgot-password/);
  });

  it('is told once, when all its licenses are there', async () => {
    await buys('two', { lines: [orderLine(), orderLine({ product: 'Writer' })] });
    const [mail, ...others] = await received();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Your order of Reader and Writer is received');
    expect(mail?.text).toMatch(/USD.120\.00/);
    expect(mail?.text).toMatch(/\/portal\/licenses$/m);
  });

  it('has no button to activate what was activated meanwhile', async () => {
    const license = licenseOfLine(orderId('reader'), 0);
    store.beforeAppend = async ({ events: [event] }) => {
      if (event?.type !== 'NoticeDue') return;
      store.beforeAppend = () => undefined;
      await engine.do(new ActivateLicense(license, contextOf('activate', { actor: byOwner })));
    };
    await buys('reader');
    const [mail] = await received();
    expect(mail?.text).toContain('Your licenses are in the customer portal.');
    expect(mail?.text).not.toContain(license);
  });

  it('shows prices to nobody but who is billed: of what a reseller sold, the reseller [L36]', async () => {
    await engine.do(new ImportOrganization({ ...organization('dealer'), role: 'reseller' }));
    const order = {
      orderId: orderId('resold'),
      organizationId: acme,
      channel: 'reseller',
      resellerId: organizationId('dealer'),
      billingContactId: ownerOf('dealer'),
      paymentMethod: 'wire',
      lines: [orderLine()],
    } as const;
    await engine.do(new PlaceOrder(order, 'lansweeper', [ownerOf('acme')], contextOf('resold')));
    const mails = await received();
    const [dealer, owner] = ['owner@dealer.example', 'owner@acme.example'].map((address) =>
      mails.find(({ to }) => to === address),
    );
    expect(mails).toHaveLength(2);
    expect(dealer?.subject).toBe("Your customer's order of Reader is received");
    expect(dealer?.text).toMatch(/USD.60\.00/);
    expect(dealer?.text).not.toContain('/portal/');
    expect(owner?.text).not.toMatch(/USD/);
    expect(owner?.text).toContain('/portal/licenses/');
  });

  it('long ago, and imported now, is not told', async () => {
    expect(await received()).toEqual([]);
    expect(await told.decisions('order-received')).toEqual([]);
  });

  it('which is a trial says that it is ready, without a price [F54]', async () => {
    await bobJoins(engine);
    const trial = { policy: 'dynamsoft', product: 'Reader', delivery: 'cloud' } as const;
    await engine.do(new RequestTrial({ ...trial, organizationId: acme, contactId: bob }, contextOf('try')));
    const [mail, ...others] = await received();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'bob@acme.example', subject: 'Your trial of Reader is ready' });
    expect(mail?.text).toContain('Reader: 10 units');
    expect(mail?.text).not.toContain('XXX');
  });
});
