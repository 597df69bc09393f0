import {
  AcceptInvitation,
  ApproveRenewal,
  AuthorizeLateRenewal,
  CancelRecurringBilling,
  EnableRecurringBilling,
  GenerateInvoice,
  InviteContact,
  type RequestedLine,
  RequestRenewal,
  ResumeRecurringBilling,
  TerminateLicense,
  WithdrawRenewal,
} from '@renewals/commands';
import { type Actor, type IsoDate, isoDate, type LicenseId, type RenewalId } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { maintained } from '../../../../test/support/maintained';
import { contextOf, licenseId, licenseSubject, organizationId, ownerOf } from '../../../../test/support/samples';
import { NewMails } from '../../../../test/support/new-mails';
import { invoice, recordedIn, reminderDecisions } from '../renewing.spec';

const byOwner: Actor = { type: 'customer', id: ownerOf('acme') };
const bySupport: Actor = { type: 'support', id: 'sue' };

let engine: EngineInTime;
let viewer: LicenseId;

/** Activated on 2025-03-11 in Berlin: the first year of maintenance ends on 2026-03-11. */
beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2025-03-11T12:00:00Z' });
  await engine.imported('acme', {});
  viewer = await maintained(engine);
});
afterEach(() => engine.close());

const stream = () => `maintenance-${viewer}`;
const maintenance = (currentExpiresOn: string): RequestedLine => ({
  subject: { kind: 'maintenance', id: viewer },
  currentExpiresOn: isoDate(currentExpiresOn),
});

async function requested(lines: readonly RequestedLine[], actor: Actor = byOwner): Promise<RenewalId> {
  const name = `request of ${JSON.stringify([lines, actor])} at ${engine.clock.now()}`;
  const source = actor.type === 'customer' ? (lines.length > 1 ? 'batch' : 'single') : 'sales';
  return (await engine.do(new RequestRenewal(lines, source, contextOf(name, { actor })))).renewalId;
}

async function approved(lines: readonly RequestedLine[]): Promise<RenewalId> {
  const renewal = await requested(lines);
  await engine.do(new ApproveRenewal(renewal, contextOf(`approve ${renewal}`)));
  return renewal;
}

const daysOf = async (): Promise<IsoDate[]> =>
  (await engine.events(stream())).flatMap(({ data }) => (data['newExpiresOn'] ?? []) as IsoDate);

describe('maintenance of a perpetual license', () => {
  it('starts when the license is activated', async () => {
    expect(await engine.events(stream())).toMatchObject([
      { type: 'MaintenanceStarted', data: { startsOn: '2025-03-11', expiresOn: '2026-03-11', zone: 'Europe/Berlin' } },
    ]);
  });

  it('lapses when its year is over and nobody renewed it, after six reminders [R3]', async () => {
    await engine.until('2026-04-01T00:00:00Z');
    expect((await recordedIn(engine, stream())).at(-1)).toBe('2026-03-11T23:00:00.000Z MaintenanceLapsed');
    expect(await engine.typesIn(`license-${viewer}`)).toEqual(['LicenseIssued', 'LicenseActivated']);
    expect(await reminderDecisions(engine)).toEqual([90, 60, 30, 14, 7, 0].map((offset) => `${offset} sent`));
  });

  it('is spoken of as maintenance in its reminders, which lead to the portal', async () => {
    await engine.until('2025-12-20T00:00:00Z');
    const [mail] = (await new NewMails(engine.infrastructure.directory.mail).read()).slice(-1);
    expect(mail?.subject).toContain('maintenance for Viewer');
    expect(mail?.text).toContain('The license itself does not expire');
    expect(mail?.text).toContain(`/portal/licenses/${viewer}`);
  });

  it('is told to the contacts of its order, and to nobody else of the company [E14]', async () => {
    const colleague = { email: 'colleague@acme.example', name: 'Colleague' };
    const { invitationId, contactId } = await engine.do(
      new InviteContact(organizationId('acme'), colleague, 'dynamsoft', contextOf('invite')),
    );
    const byColleague: Actor = { type: 'customer', id: contactId };
    const accept = contextOf('accept', { actor: byColleague });
    await engine.do(new AcceptInvitation(organizationId('acme'), invitationId, contactId, accept));
    await engine.until('2026-04-01T00:00:00Z');
    const reminded = (await new NewMails(engine.infrastructure.directory.mail).read()).filter(({ subject }) =>
      subject.includes('maintenance'),
    );
    expect(new Set(reminded.map(({ to }) => to))).toEqual(new Set(['owner@acme.example']));
  });

  it('ends with its license', async () => {
    await engine.until('2026-01-20T12:00:00Z');
    await engine.do(new TerminateLicense(viewer, isoDate('2026-01-20'), 'asked for', contextOf('end')));
    await engine.until('2026-04-01T00:00:00Z');
    expect((await engine.events(stream())).at(-1)).toMatchObject({
      type: 'MaintenanceEnded',
      data: { on: '2026-01-20' },
    });
    expect(await reminderDecisions(engine)).toEqual(['90 sent', '60 sent']);
  });
});

describe('maintenance whose license is ended while its renewal is open', () => {
  it('has its renewal withdrawn', async () => {
    await engine.until('2026-01-20T12:00:00Z');
    const renewal = await approved([maintenance('2026-03-11')]);
    await engine.do(new TerminateLicense(viewer, isoDate('2026-01-20'), 'asked for', contextOf('end')));
    await engine.worker.settle();
    expect((await engine.events(`renewal-${renewal}`)).at(-1)).toMatchObject({
      type: 'RenewalWithdrawn',
      data: { reason: 'terminated' },
    });
    expect((await engine.typesIn(stream())).slice(-2).sort()).toEqual(['MaintenanceEnded', 'RenewalReleased']);
  });
});

describe('maintenance that is renewed in advance', () => {
  it('goes on without a lost day, an overlap or a second bill, year after year [R19]', async () => {
    await engine.until('2026-01-20T12:00:00Z');
    const first = await approved([maintenance('2026-03-11')]);
    await invoice(engine, first);
    expect(await daysOf()).toEqual(['2027-03-11']);

    await engine.until('2027-01-20T12:00:00Z');
    expect(await recordedIn(engine, `renewal-${first}`)).toContain('2026-03-11T23:00:00.000Z ContractStarted');
    const second = await approved([maintenance('2027-03-11')]);
    await invoice(engine, second);
    await engine.until('2027-12-01T00:00:00Z');

    expect(await engine.events(stream())).toMatchObject([
      { type: 'MaintenanceStarted' },
      { type: 'RenewalOpened' },
      { type: 'MaintenanceRenewed', data: { anchor: '2025-03-11', n: 2, startsOn: '2026-03-12' } },
      { type: 'RenewalOpened' },
      { type: 'MaintenanceRenewed', data: { n: 3, startsOn: '2027-03-12', newExpiresOn: '2028-03-11' } },
    ]);
    const [request] = await engine.events(`renewal-${second}`);
    expect(request?.data['lines']).toMatchObject([{ amount: { amountMinor: 80000 }, zone: 'Europe/Berlin' }]);
    const invoices = (await engine.events()).filter(({ type }) => type === 'InvoiceGenerated');
    expect(invoices.map(({ data }) => data['total'])).toEqual([
      { amountMinor: 80000, currency: 'USD' },
      { amountMinor: 80000, currency: 'USD' },
    ]);
  });

  it('is reminded of no more, and of its next end in time', async () => {
    await engine.until('2026-01-20T12:00:00Z');
    await invoice(engine, await approved([maintenance('2026-03-11')]));
    await engine.until('2027-01-01T00:00:00Z');
    expect(await reminderDecisions(engine)).toEqual([
      '90 sent',
      '60 sent',
      ...[30, 14, 7, 0].map((offset) => `${offset} suppressed renewed`),
      '90 sent',
    ]);
  });

  it('cannot be renewed twice for one term', async () => {
    await engine.until('2026-01-20T12:00:00Z');
    await requested([maintenance('2026-03-11')]);
    await expect(requested([maintenance('2026-03-11')], bySupport)).rejects.toMatchObject({
      code: 'RENEWAL_ALREADY_OPEN',
    });
  });

  it('is free again when its renewal is withdrawn', async () => {
    await engine.until('2026-01-20T12:00:00Z');
    const renewal = await requested([maintenance('2026-03-11')]);
    await engine.do(new WithdrawRenewal(renewal, 'by-customer', contextOf('withdraw')));
    await engine.worker.settle();
    expect((await engine.typesIn(stream())).at(-1)).toBe('RenewalReleased');
    await engine.until('2026-01-21T12:00:00Z');
    expect(await requested([maintenance('2026-03-11')])).not.toBe(renewal);
  });

  it('is withdrawn when it ends and nobody approved it', async () => {
    await engine.until('2026-01-20T12:00:00Z');
    const renewal = await requested([maintenance('2026-03-11')]);
    await engine.until('2026-03-13T00:00:00Z');
    expect((await engine.events(`renewal-${renewal}`)).at(-1)).toMatchObject({ data: { reason: 'expired' } });
    expect((await engine.typesIn(stream())).slice(-2)).toEqual(['MaintenanceLapsed', 'RenewalReleased']);
  });
});

describe('maintenance that has lapsed', () => {
  beforeEach(() => engine.until('2026-05-04T12:00:00Z'));

  it('is refused to customers, with the way out [R23]', async () => {
    await expect(requested([maintenance('2026-03-11')])).rejects.toMatchObject({
      code: 'LICENSE_EXPIRED_CONTACT_SUPPORT',
      message: expect.stringContaining('support@'),
    });
  });

  it.each([
    ['from-expiry', '2026-03-12', '2027-03-11'],
    ['from-now', '2026-05-04', '2027-05-04'],
  ] as const)('is renewed late by support, %s [R24]', async (basis, startsOn, newExpiresOn) => {
    const renewal = await requested([maintenance('2026-03-11')], bySupport);
    await engine.do(new AuthorizeLateRenewal(renewal, basis, contextOf('late', { actor: bySupport })));
    await engine.do(new ApproveRenewal(renewal, contextOf('approve')));
    await invoice(engine, renewal);
    expect((await engine.events(stream())).at(-1)).toMatchObject({
      type: 'MaintenanceRenewed',
      data: { startsOn, newExpiresOn },
    });
    expect(await engine.typesIn(`renewal-${renewal}`)).toContain('ContractStarted');
    await engine.until('2027-06-01T00:00:00Z');
    expect((await engine.events(stream())).at(-1)).toMatchObject({
      type: 'MaintenanceLapsed',
      data: { expiresOn: newExpiresOn },
    });
  });
});

describe('a renewal of a license and of maintenance together', () => {
  const license: RequestedLine = { subject: licenseSubject('reader'), currentExpiresOn: isoDate('2026-03-11') };

  it('renews each in its own way, and fails each by itself', async () => {
    await engine.until('2026-01-20T12:00:00Z');
    await engine.imported('acme', { reader: {} });
    const renewal = await approved([license, maintenance('2026-03-11')]);
    const on = isoDate('2026-01-20');
    await engine.do(new TerminateLicense(licenseId('reader'), on, 'asked for', contextOf('end')));
    await engine.do(new GenerateInvoice(renewal, undefined, contextOf('invoice')));
    await engine.until('2026-03-20T00:00:00Z');

    const events = await engine.events(`renewal-${renewal}`);
    expect(events.filter(({ type }) => type.startsWith('RenewalLine'))).toMatchObject([
      { type: 'RenewalLineFailed', data: { subject: { kind: 'license' }, code: 'LICENSE_TERMINATED' } },
      { type: 'RenewalLineCompleted', data: { subject: { kind: 'maintenance' }, newExpiresOn: '2027-03-11' } },
    ]);
    expect(events.find(({ type }) => type === 'RenewalCompleted')?.data).toMatchObject({
      outcome: 'partial-failure',
    });
    expect(events.find(({ type }) => type === 'ContractStarted')?.data).toEqual({
      subject: { kind: 'maintenance', id: viewer },
      startsOn: '2026-03-12',
    });
  });

  it('takes what it can get, and says what it could not', async () => {
    await engine.until('2026-01-20T12:00:00Z');
    await engine.imported('acme', { reader: {} });
    const perpetual: RequestedLine = {
      subject: { kind: 'license', id: viewer },
      currentExpiresOn: isoDate('2026-03-11'),
    };
    const unmaintained: RequestedLine = {
      subject: { kind: 'maintenance', id: licenseId('reader') },
      currentExpiresOn: isoDate('2026-03-11'),
    };
    const renewal = await requested([perpetual, maintenance('2026-03-11'), unmaintained, license, license]);
    const [request] = await engine.events(`renewal-${renewal}`);
    expect(request?.data).toMatchObject({
      lines: [{ subject: { kind: 'maintenance' } }, { subject: { kind: 'license' } }],
      refused: [
        { subject: { kind: 'license', id: viewer }, code: 'CURRENT_EXPIRY_MISMATCH' },
        { subject: { kind: 'maintenance' }, code: 'NOT_FOUND' },
      ],
    });
  });
});

describe('recurring billing of a perpetual license', () => {
  it('renews its maintenance by itself (L)', async () => {
    const sold = { policy: 'lansweeper', channel: 'payment-provider' } as const;
    const scanner = await maintained(engine, 'scanner', sold);
    await engine.do(new EnableRecurringBilling(scanner, contextOf('enable')));
    await engine.until('2026-01-10T12:00:00Z');
    expect((await recordedIn(engine, `maintenance-${scanner}`)).at(-1)).toBe('2026-01-10T08:00:00.000Z RenewalOpened');
    const [request] = (await engine.events()).filter(({ type }) => type === 'RenewalRequested');
    expect(request?.data).toMatchObject({
      source: 'automatic',
      lines: [{ subject: { kind: 'maintenance', id: scanner }, currentExpiresOn: '2026-03-11' }],
    });
  });

  it('opens it at once when it is resumed after that day', async () => {
    const sold = { policy: 'lansweeper', channel: 'payment-provider' } as const;
    const scanner = await maintained(engine, 'scanner', sold);
    await engine.do(new EnableRecurringBilling(scanner, contextOf('enable')));
    await engine.do(new CancelRecurringBilling(scanner, contextOf('cancel')));
    await engine.until('2026-01-15T12:00:00Z');
    expect(await engine.typesIn(`maintenance-${scanner}`)).toEqual(['MaintenanceStarted']);
    await engine.do(new ResumeRecurringBilling(scanner, contextOf('resume')));
    await engine.worker.settle();
    expect(await engine.typesIn(`maintenance-${scanner}`)).toEqual(['MaintenanceStarted', 'RenewalOpened']);
  });
});
