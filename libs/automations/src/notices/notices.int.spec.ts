import {
  AcceptQuote,
  AddOrderContact,
  AddQuota,
  ApproveRenewal,
  HoldMail,
  ImportOrganization,
  InviteContact,
  PasswordLinks,
  QuoteRenewal,
  RecordCommitment,
  ReleaseMail,
  RemoveCompanyContact,
  RemoveOrderContact,
  ReportUsage,
  RequestPasswordLink,
  RequestRenewal,
  AcceptInvitation,
} from '@renewals/commands';
import { isoDate, type ContactId, type RenewalId } from '@renewals/licensing';
import { bought } from '../../../../test/support/bought';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import {
  contextOf,
  licenseId,
  licenseSubject,
  orderId,
  organization,
  organizationId,
  ownerOf,
  type Sold,
} from '../../../../test/support/samples';
import { WatchedStore } from '../../../../test/support/watched-store';
import { NewMails, type ReadMail } from '../../../../test/support/new-mails';
import { invoice } from '../renewing.spec';

const classic: Sold = { more: { delivery: 'classic', product: 'Scanner' } };

let engine: EngineInTime;
let store: WatchedStore;
let mails: NewMails;
beforeEach(async () => {
  engine = await EngineInTime.begin({
    at: '2026-02-01T12:00:00Z',
    through: (real) => (store = new WatchedStore(real)),
  });
  mails = new NewMails(engine.infrastructure.directory.mail);
});
afterEach(() => engine.close());

async function renewed(...names: readonly string[]): Promise<RenewalId> {
  const lines = names.map((name) => ({ subject: licenseSubject(name), currentExpiresOn: isoDate('2026-03-11') }));
  const { renewalId } = await engine.do(new RequestRenewal(lines, 'sales', contextOf(`request ${names}`)));
  await engine.do(new ApproveRenewal(renewalId, contextOf('approve')));
  await engine.do(new RecordCommitment(renewalId, 'purchase-order', 'PO-7', contextOf('commit')));
  await invoice(engine, renewalId);
  return renewalId;
}

/** Without the reminders that the licenses of the samples have as well, and what is told on the way to a renewal. */
async function notices(): Promise<ReadMail[]> {
  await engine.worker.settle();
  return (await mails.read()).filter(({ subject }) => !/expires|ends|is approved|no longer/.test(subject));
}

/** `confirmation sent`, `quota-threshold suppressed no-access`, in the order of the log. */
async function decisions(): Promise<string[]> {
  const events = (await engine.events()).filter(({ type }) => type.startsWith('Notice') && type !== 'NoticeDue');
  return events.map(({ type, data }) =>
    [data['kind'], type.slice('Notice'.length).toLowerCase(), data['reason']].filter(Boolean).join(' '),
  );
}

async function invited(name = 'bob'): Promise<{ contactId: ContactId; invitationId: string }> {
  const person = { email: `${name}@acme.example`, name };
  return engine.do(new InviteContact(organizationId('acme'), person, 'dynamsoft', contextOf(`invite ${name}`)));
}

async function orderContact(name: string, of = 'reader'): Promise<ContactId> {
  const { contactId, invitationId } = await invited(name);
  await engine.do(new AcceptInvitation(organizationId('acme'), invitationId, contactId, contextOf(`accept ${name}`)));
  await engine.do(
    new AddOrderContact(orderId(of), contactId, 'order', `${name}@acme.example`, contextOf(`add ${name}`)),
  );
  return contactId;
}

const report = (quantity: number, name = `${quantity} used`, of = 'reader') =>
  engine.do(
    new ReportUsage(licenseId(of), [{ reportId: name, quantity, usedAt: engine.clock.now() }], contextOf(name)),
  );

describe('the confirmation of a renewal', () => {
  it.each([
    ['dynamsoft', 'store'],
    ['lansweeper', 'store'],
    ['lansweeper', 'payment-provider'],
  ] as const)(
    'goes to the billing contact under the policy of %s, channel %s, when all its contracts run: receipt, and how to get the key of a classic license [L12][L13][L15][L31][L32][L34]',
    async (policy, channel) => {
      const sold = { reader: { more: { channel } }, scanner: { more: { ...classic.more, channel } } };
      await engine.imported('acme', sold, policy);
      const renewal = await renewed('reader', 'scanner');
      await engine.until('2026-03-11T22:59:59Z');
      expect(await notices()).toEqual([]);

      await engine.until('2026-03-12T01:00:00Z');
      const [mail, ...others] = await notices();
      expect(others).toEqual([]);
      expect(mail).toMatchObject({
        to: 'owner@acme.example',
        subject: 'Your renewal of Reader and Scanner is complete',
      });
      expect(mail?.text).toContain('Purchase order: PO-7');
      expect(mail?.text).toMatch(/Reader, license reader\n.*\n.*\n.*\n {2}It is renewed\. There is nothing/);
      expect(mail?.text).toMatch(/Scanner, license scanner\n.*\n.*\n.*\n {2}Its new license key is generated\. To get/);
      expect(mail?.text).toMatch(/Total: USD.120\.00/);
      expect(mail?.text).not.toMatch(/([0-9A-Z]{5}-){4}/);

      const [recorded] = (await engine.events(`renewal-${renewal}`)).filter(({ type }) => type === 'ConfirmationSent');
      expect(recorded?.data).toMatchObject({ contactId: ownerOf('acme'), receipt: true, keyInstructions: true });
    },
  );

  it('of a cloud license has no instructions about keys [L15][L34]', async () => {
    await engine.imported('acme', { reader: {} });
    const renewal = await renewed('reader');
    await engine.until('2026-03-12T01:00:00Z');
    expect(await notices()).toHaveLength(1);
    const [recorded] = (await engine.events(`renewal-${renewal}`)).filter(({ type }) => type === 'ConfirmationSent');
    expect(recorded?.data).toMatchObject({ keyInstructions: false });
  });

  it('of an order through a reseller goes to the reseller only [L36]', async () => {
    await engine.do(new ImportOrganization({ ...organization('dealer'), role: 'reseller' }));
    const resold = { channel: 'reseller', resellerId: organizationId('dealer') } as const;
    await engine.imported('acme', { reader: { more: resold } }, 'lansweeper');
    await renewed('reader');
    await engine.until('2026-03-12T01:00:00Z');
    const [mail, ...others] = await notices();
    expect(others).toEqual([]);
    expect(mail?.to).toBe('owner@dealer.example');
    expect(mail?.text).toContain('because you sold order');
    expect(mail?.text).not.toContain('/portal/');
  });
});

describe('an invitation', () => {
  beforeEach(() => engine.imported('acme', { reader: {} }));

  it('is mailed to the invited address, also while mail is held [E8]', async () => {
    await engine.do(new HoldMail(contextOf('hold')));
    const { contactId, invitationId } = await invited();
    const [mail, ...others] = await notices();
    expect(others).toEqual([]);
    expect(mail?.to).toBe('bob@acme.example');
    expect(mail?.text).toContain('Accept it until 8 February 2026 at 12:00 UTC.');
    expect(mail?.text).toContain(`/portal/invitations/${organizationId('acme')}/${invitationId}/${contactId}`);
  });

  it('that a newer one replaced is not', async () => {
    await engine.do(
      new InviteContact(
        organizationId('acme'),
        { email: 'bob@acme.example', name: 'bob' },
        'dynamsoft',
        contextOf('first'),
      ),
    );
    await engine.do(
      new InviteContact(
        organizationId('acme'),
        { email: 'bob@acme.example', name: 'bob' },
        'dynamsoft',
        contextOf('second'),
      ),
    );
    expect(await notices()).toHaveLength(1);
    expect((await decisions()).sort()).toEqual(['invitation sent', 'invitation suppressed out-of-date']);
  });
});

describe('a password link', () => {
  it('is mailed to the address and stands nowhere in the log [P14]', async () => {
    await engine.imported('acme', { reader: {} });
    await engine.do(new RequestPasswordLink('owner@acme.example', 'dynamsoft', contextOf('forgot')));
    const [mail, ...others] = await notices();
    expect(others).toEqual([]);
    expect(mail?.to).toBe('owner@acme.example');
    const [, token] = /\/portal\/password#(\S+)/.exec(mail?.text ?? '') ?? [];
    expect(engine.get(PasswordLinks).read(String(token), engine.clock.now())).toBeDefined();
    const log = JSON.stringify(await engine.events());
    expect(log).toContain('password-link');
    expect(log).not.toContain(token);
  });

  it('for an address that nobody has is none', async () => {
    await engine.imported('acme', { reader: {} });
    await engine.do(new RequestPasswordLink('nobody@acme.example', 'dynamsoft', contextOf('forgot')));
    expect(await notices()).toEqual([]);
  });
});

describe('the notice of a used quota', () => {
  it('offers to add quota where customers do that by themselves [F33]', async () => {
    await engine.imported('acme', { reader: {} });
    await report(4);
    const [mail] = await notices();
    expect(mail).toMatchObject({
      to: 'owner@acme.example',
      subject: 'The quota of your license for Reader is used by 80%',
    });
    expect(mail?.text).toMatch(/Add quota: http\S+\/portal\/licenses\//);
  });

  it('points to sales where only sales adds it [P25]', async () => {
    await engine.imported('acme', { reader: {} }, 'lansweeper');
    await report(4);
    const [mail] = await notices();
    expect(mail?.text).toContain('To get more, write to sales@lansweeper.example.');
    expect(mail?.text).not.toContain('Add quota');
  });

  it('is one mail when all is used at once, and another one when added quota is used up as well [P24]', async () => {
    await engine.imported('acme', { reader: {} });
    await report(5);
    expect((await notices()).map(({ subject }) => subject)).toEqual([
      'The quota of your license for Reader is used up',
    ]);
    await engine.do(new AddQuota(licenseId('reader'), 5, contextOf('more')));
    await report(5, 'again');
    expect((await notices()).map(({ subject }) => subject)).toEqual([
      'The quota of your license for Reader is used up',
    ]);
  });

  it('does not go to who lost access between the event and the sending [F19]', async () => {
    await engine.imported('acme', { reader: {} });
    const bob = await orderContact('bob');
    await notices();
    store.beforeAppend = async ({ events: [event] }) => {
      if (event?.type !== 'NoticeDue') return;
      store.beforeAppend = () => undefined;
      await engine.do(new RemoveOrderContact(orderId('reader'), bob, 'order', contextOf('remove')));
    };
    await report(4);
    expect((await notices()).map(({ to }) => to)).toEqual(['owner@acme.example']);
  });
});

describe('while mail is held after an import', () => {
  it('notices wait, and what fell due is recorded when it is released, not sent', async () => {
    await engine.imported('acme', { reader: {}, scanner: classic });
    await engine.do(new HoldMail(contextOf('hold')));
    await renewed('reader');
    await engine.until('2026-03-12T01:00:00Z');
    expect(await notices()).toEqual([]);
    expect(await decisions()).toEqual([]);

    engine.asleepUntil('2026-03-12T02:00:00Z');
    await engine.do(new ReleaseMail(contextOf('release')));
    expect(await notices()).toEqual([]);
    expect(await decisions()).toEqual(['approval suppressed before-go-live', 'confirmation suppressed before-go-live']);
  });

  it('is so for every kind that nobody waits for: nothing of the past goes out', async () => {
    await engine.imported('acme', { reader: {}, writer: {} });
    await engine.do(new HoldMail(contextOf('hold')));
    const line = { subject: licenseSubject('reader'), currentExpiresOn: isoDate('2026-03-11') };
    const { renewalId } = await engine.do(new RequestRenewal([line], 'sales', contextOf('request')));
    const { quoteId } = await engine.do(new QuoteRenewal(renewalId, true, contextOf('quote')));
    await engine.do(new AcceptQuote(renewalId, quoteId, contextOf('accept')));
    await bought(engine, 'new');
    await report(5, 'all used', 'writer');
    const leaver = await orderContact('bob', 'writer');
    await engine.do(new RemoveOrderContact(orderId('writer'), leaver, 'order', contextOf('off')));
    await engine.do(new RemoveCompanyContact(organizationId('acme'), leaver, contextOf('leaves')));
    await engine.worker.settle();

    engine.asleepUntil('2026-02-02T12:00:00Z');
    await engine.do(new ReleaseMail(contextOf('release')));
    await engine.worker.settle();
    expect((await mails.read()).map(({ to }) => to)).toEqual([]);
    const decided = (await decisions()).filter((decision) => !decision.startsWith('invitation'));
    expect([...new Set(decided)].sort()).toEqual(
      ['access-removed', 'approval', 'order-received', 'quota-threshold', 'quote'].map(
        (kind) => `${kind} suppressed before-go-live`,
      ),
    );
  });
});

describe('sales', () => {
  it('is alerted when nobody is left who gets the mail of an order', async () => {
    await engine.imported('acme', { reader: {} });
    await engine.do(
      new RemoveOrderContact(
        orderId('reader'),
        ownerOf('acme'),
        'order',
        contextOf('remove', { actor: { type: 'support', id: 'sue' } }),
      ),
    );
    const [mail] = await notices();
    expect(mail).toMatchObject({
      to: 'sales@dynamsoft.example',
      subject: `Nobody at acme gets the mail of order ${orderId('reader')}`,
    });
  });

  it('is told of a task [L5]', async () => {
    await engine.imported(
      'acme',
      { reader: { more: { channel: 'store', recurringBilling: 'enabled' } } },
      'lansweeper',
    );
    const [mail] = await notices();
    expect(mail).toMatchObject({
      to: 'sales@lansweeper.example',
      subject: 'Write to the billing contact about the renewal of Reader, by 1 February 2026',
    });
  });
});
