import {
  ApproveRenewal,
  CancelRecurringBilling,
  GenerateInvoice,
  OpenRecurringRenewal,
  RecordRenewalPayment,
  RequestRenewal,
  WithdrawRenewal,
} from '@renewals/commands';
import { type Actor, isoDate, type RenewalId } from '@renewals/licensing';
import { contextOf, licenseId, ownerOf } from '../support/samples';
import { Race } from './at-once';

let race: Race;
afterEach(() => race.engine.close());

const subject = { kind: 'license', id: licenseId('reader') } as const;
const license = `license-${subject.id}`;
const line = { subject, currentExpiresOn: isoDate('2026-03-11') };
const request = (name: string) => new RequestRenewal([line], 'sales', contextOf(name));
const approve = (id: RenewalId, name = 'approve') => new ApproveRenewal(id, contextOf(name));
const withdraw = (id: RenewalId) => new WithdrawRenewal(id, 'by-sales', contextOf('withdraw'));
const invoice = (id: RenewalId, name = 'invoice') => new GenerateInvoice(id, undefined, contextOf(name));

async function begin(at = '2026-03-01T12:00:00Z'): Promise<void> {
  race = await Race.begin(at);
  await race.engine.imported('acme', { reader: {} });
}

async function requested(): Promise<RenewalId> {
  return (await race.engine.do(request('request'))).renewalId;
}

async function approved(): Promise<RenewalId> {
  const renewal = await requested();
  await race.engine.do(approve(renewal));
  return renewal;
}

/** What followed the request. */
const inRenewal = async (id: RenewalId) => (await race.engine.typesIn(`renewal-${id}`)).slice(1);

describe('a renewal that races another renewal', () => {
  it('is opened once, and the other is refused', async () => {
    await begin();
    expect((await race.atOnce(request('one'), request('other'))).sort()).toEqual(['RENEWAL_ALREADY_OPEN', 'done']);
    const opened = (await race.engine.typesIn(license)).filter((type) => type === 'RenewalOpened');
    expect(opened).toHaveLength(1);
  });
});

describe('a renewal that races the expiry', () => {
  const midnight = '2026-03-11T23:00:00Z';
  const byOwner: Actor = { type: 'customer', id: ownerOf('acme') };
  beforeEach(() => begin('2026-03-11T22:59:59.999Z'));

  it('is refused when a customer’s request comes second', async () => {
    const late = new RequestRenewal([line], 'single', contextOf('late', { actor: byOwner }));
    race.justBefore('RenewalOpened', () => race.engine.until(midnight));
    expect(await race.outcomeOf(late)).toBe('LICENSE_EXPIRED_CONTACT_SUPPORT');
    expect((await race.engine.typesIn(license)).at(-1)).toBe('LicenseExpired');
  });

  it('survives when its approval comes first', async () => {
    const renewal = await requested();
    await race.engine.do(approve(renewal));
    await race.engine.until('2026-03-12T12:00:00Z');
    expect(await inRenewal(renewal)).toEqual(['RenewalApproved']);
    expect((await race.engine.typesIn(license)).at(-1)).toBe('LicenseExpired');
  });

  it('is withdrawn when its approval comes second, which is refused', async () => {
    const renewal = await requested();
    race.justBefore('RenewalApproved', () => race.engine.until(midnight));
    expect(await race.outcomeOf(approve(renewal))).toBe('RENEWAL_ENDED');
    expect(await inRenewal(renewal)).toEqual(['RenewalWithdrawn']);
    expect((await race.engine.typesIn(license)).at(-1)).toBe('RenewalReleased');
  });
});

describe('an approval that races', () => {
  beforeEach(() => begin());

  it('another approval is recorded once, and both are told that it is approved', async () => {
    const renewal = await requested();
    expect(await race.atOnce(approve(renewal, 'one'), approve(renewal, 'other'))).toEqual(['done', 'done']);
    expect(await inRenewal(renewal)).toEqual(['RenewalApproved']);
  });

  it('a withdrawal is refused when it comes second', async () => {
    const renewal = await requested();
    race.justBefore('RenewalApproved', () => race.engine.do(withdraw(renewal)));
    expect(await race.outcomeOf(approve(renewal))).toBe('RENEWAL_ENDED');
    expect(await inRenewal(renewal)).toEqual(['RenewalWithdrawn']);
  });

  it('a withdrawal is withdrawn when it comes first', async () => {
    const renewal = await requested();
    race.justBefore('RenewalWithdrawn', () => race.engine.do(approve(renewal)));
    expect(await race.outcomeOf(withdraw(renewal))).toBe('done');
    expect(await inRenewal(renewal)).toEqual(['RenewalApproved', 'RenewalWithdrawn']);
  });
});

describe('an invoice that races', () => {
  beforeEach(() => begin());

  it('another invoice is generated once [L18][L30]', async () => {
    const renewal = await approved();
    const outcomes = await race.atOnce(invoice(renewal, 'one'), invoice(renewal, 'other'));
    expect(outcomes.sort()).toEqual(['NOT_ALLOWED', 'done']);
    expect((await inRenewal(renewal)).filter((type) => type === 'InvoiceGenerated')).toHaveLength(1);
  });

  it('a withdrawal stands when it comes first', async () => {
    const renewal = await approved();
    race.justBefore('RenewalWithdrawn', () => race.engine.do(invoice(renewal)));
    expect(await race.outcomeOf(withdraw(renewal))).toBe('NOT_ALLOWED');
    expect(await inRenewal(renewal)).not.toContain('RenewalWithdrawn');
  });

  it('a withdrawal is refused when it comes second, and nobody is billed', async () => {
    const renewal = await approved();
    race.justBefore('InvoiceGenerated', () => race.engine.do(withdraw(renewal)));
    expect(await race.outcomeOf(invoice(renewal))).toBe('RENEWAL_ENDED');
    expect(await inRenewal(renewal)).not.toContain('InvoiceGenerated');
  });
});

describe('payments that race', () => {
  it('never come to more than the invoice', async () => {
    await begin();
    const renewal = await approved();
    await race.engine.do(invoice(renewal));
    const amount = { amountMinor: 4000, currency: 'USD' };
    const payment = (paymentId: string) => ({ paymentId, amount, method: 'card', paidOn: '2026-03-01' }) as const;
    const pay = (id: string) => new RecordRenewalPayment(renewal, payment(id), contextOf(`pay ${id}`));
    expect((await race.atOnce(pay('P-1'), pay('P-2'))).sort()).toEqual(['AMOUNT_EXCEEDS_INVOICE', 'done']);
  });
});

describe('a cancellation that races the renewal that opens by itself', () => {
  const cancel = new CancelRecurringBilling(subject.id, contextOf('cancel'));
  beforeEach(async () => {
    race = await Race.begin('2026-01-10T07:59:59.999Z');
    const more = { channel: 'payment-provider', recurringBilling: 'enabled' } as const;
    await race.engine.imported('acme', { reader: { more } }, 'lansweeper');
  });

  it.each(['RenewalOpened', 'RenewalRequested'])('just before %s leaves the license free', async (type) => {
    race.justBefore(type, () => race.engine.do(cancel));
    await race.engine.until('2026-01-11T00:00:00Z');
    expect((await race.engine.typesIn(license)).slice(-2)).toEqual(['RenewalOpened', 'RenewalReleased']);
    await race.engine.do(request('by sales'));
    expect((await race.engine.typesIn(license)).at(-1)).toBe('RenewalOpened');
  });

  it('is followed up by the one that opens it, where another worker has looked before there was a renewal', async () => {
    race.justBefore('RenewalRequested', async () => {
      await race.engine.do(cancel);
      await race.engine.worker.settle();
    });
    await race.engine.do(new OpenRecurringRenewal(subject, line.currentExpiresOn, contextOf('open')));
    await race.engine.until('2026-01-11T00:00:00Z');
    expect((await race.engine.typesIn(license)).slice(-2)).toEqual(['RenewalOpened', 'RenewalReleased']);
  });

  it('after it withdraws the renewal, and before it there is none', async () => {
    await race.engine.until('2026-01-10T08:00:00Z');
    await race.engine.do(cancel);
    await race.engine.until('2026-01-11T00:00:00Z');
    const types = (await race.engine.events()).map(({ type }) => type);
    expect(types.filter((type) => type === 'RenewalRequested' || type === 'RenewalWithdrawn')).toEqual([
      'RenewalRequested',
      'RenewalWithdrawn',
    ]);
    expect(types.at(-1)).toBe('RenewalReleased');
  });
});
