import {
  AcceptQuote,
  ApproveRenewal,
  ChangeRenewal,
  HoldMail,
  ImportOrganization,
  QuoteRenewal,
  ReleaseMail,
  RemoveOrderContact,
  RequestRenewal,
  WithdrawRenewal,
} from '@renewals/commands';
import { isoDate, type RenewalId } from '@renewals/licensing';
import { MailFolder } from '@renewals/mail';
import PostalMime from 'postal-mime';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { NoticesTold } from '../../../../test/support/notices-told';
import { contextOf, licenseSubject, orderId, organization, organizationId } from '../../../../test/support/samples';
import { bob, bobIsAddedTo, bobJoins, byBob, byOwner } from '../people.spec';
import { invoice, requested } from '../renewing.spec';

let engine: EngineInTime;
let told: NoticesTold;
beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2026-02-01T12:00:00Z' });
  told = new NoticesTold(engine);
});
afterEach(() => engine.close());

const quote = async (renewal: RenewalId, context = contextOf(`quote ${renewal}`)) =>
  (await engine.do(new QuoteRenewal(renewal, true, context))).quoteId;
const about = (subject: RegExp) => async () => (await told.read()).filter((mail) => subject.test(mail.subject));
const quotes = about(/^Quote/);
const approvals = about(/is approved/);

/** Of every mail that was ever filed. */
async function attachments(): Promise<string[]> {
  const folder = new MailFolder(engine.infrastructure.directory.mail);
  const found: string[] = [];
  for (const { file } of await folder.newest(100)) {
    const mail = await PostalMime.parse((await folder.read(file)) ?? '');
    found.push(...mail.attachments.map(({ filename, mimeType }) => `${filename} ${mimeType}`));
  }
  return found;
}

describe('a quote', () => {
  it('goes to the billing contact, with what it costs, until when, and where it is accepted [R16]', async () => {
    await engine.imported('acme', { reader: {} });
    const renewal = await requested(engine);
    await quote(renewal);
    const [mail, ...others] = await quotes();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'owner@acme.example', subject: 'Quote for your renewal of Reader' });
    expect(mail?.text).toMatch(/USD.60\.00/);
    expect(mail?.text).toContain('open until 3 March 2026');
    expect(mail?.text).toMatch(new RegExp(`http\\S+/portal/renewals/${renewal}`));
  });

  it('has the proforma invoice with it, where it was asked for as one [R17]', async () => {
    await engine.imported('acme', { reader: {}, writer: {} });
    const quoteId = await quote(await requested(engine, 'reader'));
    await engine.do(new QuoteRenewal(await requested(engine, 'writer'), false, contextOf('no proforma')));
    const mails = await quotes();
    expect(mails.map(({ text }) => text.includes('A proforma invoice is attached.')).sort()).toEqual([false, true]);
    expect(await attachments()).toEqual([`proforma-${quoteId}.pdf application/pdf`]);
  });

  it('goes also to the colleague who asked for it', async () => {
    await engine.imported('acme', { reader: {} });
    await bobJoins(engine);
    await bobIsAddedTo(engine, 'reader');
    await quote(await requested(engine), contextOf('bob asks', { actor: byBob }));
    expect((await quotes()).map(({ to }) => to).sort()).toEqual(['bob@acme.example', 'owner@acme.example']);
  });

  it('is accepted by whoever may: its button does what the mail says', async () => {
    await engine.imported('acme', { reader: {} });
    const renewal = await requested(engine);
    const quoteId = await quote(renewal);
    expect(await quotes()).toHaveLength(1);
    await engine.do(new AcceptQuote(renewal, quoteId, contextOf('accept', { actor: byOwner })));
    expect(await engine.typesIn(`renewal-${renewal}`)).toContain('QuoteAccepted');
  });

  it('has no button for a term that is over, which support must authorize first', async () => {
    await engine.imported('acme', { reader: {} });
    await engine.until('2026-03-20T12:00:00Z');
    const renewal = await requested(engine);
    await quote(renewal);
    const [mail] = await quotes();
    expect(mail?.text).toContain('To accept it, write to sales@dynamsoft.example');
    expect(mail?.text).not.toContain('/portal/renewals/');
  });

  it('of what a reseller sold goes to the reseller only, without a button [L36]', async () => {
    await engine.do(new ImportOrganization({ ...organization('dealer'), role: 'reseller' }));
    const resold = { channel: 'reseller', resellerId: organizationId('dealer') } as const;
    await engine.imported('acme', { reader: { more: resold } }, 'lansweeper');
    await quote(await requested(engine), contextOf('owner asks', { actor: byOwner }));
    const [mail, ...others] = await quotes();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'owner@dealer.example', subject: "Quote for your customer's renewal of Reader" });
    expect(mail?.text).not.toContain('/portal/');
  });

  it('shows nobody the lines of an order that is not theirs', async () => {
    await engine.imported('acme', { reader: {}, writer: { more: { product: 'Writer' } } });
    await bobJoins(engine);
    await bobIsAddedTo(engine, 'reader');
    const lines = ['reader', 'writer'].map((name) => ({
      subject: licenseSubject(name),
      currentExpiresOn: isoDate('2026-03-11'),
    }));
    const { renewalId } = await engine.do(new RequestRenewal(lines, 'sales', contextOf('both')));
    await quote(renewalId, contextOf('bob asks', { actor: byBob }));
    const mails = await quotes();
    const toBob = mails.find(({ to }) => to === 'bob@acme.example');
    expect(mails).toHaveLength(2);
    expect(toBob?.text).not.toContain('Writer');
    expect(toBob?.text).not.toMatch(/USD.120/);
    expect(toBob?.text).not.toContain('/portal/renewals/');
  });

  it.each<[string, (renewal: RenewalId, quoteId: string) => Promise<unknown>, string]>([
    ['accepted', (id, quoteId) => engine.do(new AcceptQuote(id, quoteId, contextOf('accept'))), 'out-of-date'],
    ['withdrawn', (id) => engine.do(new WithdrawRenewal(id, 'by-sales', contextOf('withdraw'))), 'out-of-date'],
    ['changed', (id) => engine.do(new ChangeRenewal(id, licenseSubject('reader'), 7, contextOf('7'))), 'out-of-date'],
    ['given again', (id) => quote(id, contextOf('again')), 'superseded'],
  ])('that was %s before it went out does not', async (_what, meanwhile, reason) => {
    await engine.imported('acme', { reader: {} });
    const renewal = await requested(engine);
    await meanwhile(renewal, await quote(renewal));
    await told.read();
    expect((await told.decisions('quote'))[0]).toBe(`suppressed ${reason}`);
  });

  it('that is open no more when mail comes to it does not go out', async () => {
    await engine.imported('acme', { reader: { anchor: '2025-06-01' } });
    await quote(await requested(engine, 'reader', '2026-06-01'));
    engine.asleepUntil('2026-03-05T12:00:00Z');
    expect(await quotes()).toEqual([]);
    expect(await told.decisions('quote')).toEqual(['suppressed out-of-date']);
  });

  it('does not go to a colleague who lost access meanwhile [F19]', async () => {
    await engine.imported('acme', { reader: {} });
    await bobJoins(engine);
    await bobIsAddedTo(engine, 'reader');
    await quote(await requested(engine), contextOf('bob asks', { actor: byBob }));
    await engine.do(new RemoveOrderContact(orderId('reader'), bob, 'order', contextOf('bob is taken off')));
    expect((await quotes()).map(({ to }) => to)).toEqual(['owner@acme.example']);
  });
});

describe('an approval', () => {
  it('says what comes next, and that no day is lost [L10]', async () => {
    await engine.imported('acme', { reader: {} });
    const renewal = await requested(engine);
    await engine.do(new ApproveRenewal(renewal, contextOf('approve')));
    const [mail, ...others] = await approvals();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'owner@acme.example', subject: 'Your renewal of Reader is approved' });
    expect(mail?.text).toContain('from 12 March 2026');
    expect(mail?.text).toContain('No day is lost');
    expect(mail?.text).toContain('the invoice comes next');
  });

  it('asks for the purchase order where the policy does [L19]', async () => {
    await engine.imported('acme', { reader: {} }, 'lansweeper');
    await engine.do(new ApproveRenewal(await requested(engine), contextOf('approve')));
    const [mail] = await approvals();
    expect(mail?.text).toMatch(/purchase order or a signed document is needed. Send it to sales@lansweeper/);
  });

  it('is one mail to whoever asked and is billed as well', async () => {
    await engine.imported('acme', { reader: {} });
    const line = { subject: licenseSubject('reader'), currentExpiresOn: isoDate('2026-03-11') };
    const asking = contextOf('owner asks', { actor: byOwner });
    const { renewalId } = await engine.do(new RequestRenewal([line], 'single', asking));
    await engine.do(new ApproveRenewal(renewalId, contextOf('approve')));
    expect((await approvals()).map(({ to }) => to)).toEqual(['owner@acme.example']);
  });

  it('that was withdrawn before it went out does not; once it is done, the confirmation says more', async () => {
    await engine.imported('acme', { reader: {}, writer: {} });
    const withdrawn = await requested(engine, 'reader');
    await engine.do(new ApproveRenewal(withdrawn, contextOf('approve reader')));
    await engine.do(new WithdrawRenewal(withdrawn, 'by-sales', contextOf('withdraw')));
    await told.read();
    expect(await told.decisions('approval')).toEqual(['suppressed out-of-date']);

    const done = await requested(engine, 'writer');
    await engine.do(new HoldMail(contextOf('hold')));
    await engine.do(new ApproveRenewal(done, contextOf('approve writer')));
    await invoice(engine, done);
    await engine.until('2026-03-12T01:00:00Z');
    engine.asleepUntil('2026-03-12T02:00:00Z');
    await engine.do(new ReleaseMail(contextOf('release')));
    await told.read();
    expect(await told.decisions('approval')).toEqual(['suppressed out-of-date', 'suppressed before-go-live']);
  });
});
