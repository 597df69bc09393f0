import { ApproveRenewal, CancelRecurringBilling, RecordSuccessors } from '@renewals/commands';
import type { LicenseId, RenewalId } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, licenseId, type Sold } from '../../../../test/support/samples';
import { approved, invoice, recordedIn, reminderDecisions, streamOf } from '../renewing.spec';

let engine: EngineInTime;
afterEach(() => engine.close());

async function given(sold: Sold = {}, policy?: string): Promise<void> {
  engine = await EngineInTime.begin({ at: '2026-02-01T12:00:00Z' });
  await engine.imported('acme', { reader: sold }, policy);
}

async function successorOf(name: string): Promise<LicenseId> {
  const renewed = (await engine.events(streamOf(name))).find(({ type }) => type === 'LicenseRenewed');
  return String(renewed?.data['successorId']) as LicenseId;
}

describe('a renewal that is invoiced in time', () => {
  it('has its successor on record at once, and the contract starts on its day: no gap and no overlap [P27][P28][P29]', async () => {
    await given();
    const renewal = await approved(engine);
    await invoice(engine, renewal);

    const successor = `license-${await successorOf('reader')}`;
    const [issued, activated] = await engine.events(successor);
    expect(issued).toMatchObject({ type: 'LicenseIssued', data: { predecessorId: licenseId('reader'), quota: 5 } });
    expect(activated).toMatchObject({
      type: 'LicenseActivated',
      data: { anchor: '2025-03-11', n: 2, startsOn: '2026-03-12', expiresOn: '2027-03-11', mode: 'from-predecessor' },
      metadata: { recordedAt: '2026-02-01T12:00:00.000Z' },
    });
    expect((await recordedIn(engine, `renewal-${renewal}`)).at(-1)).toContain('RenewalCompleted');

    await engine.until('2026-03-20T00:00:00Z');
    expect(await recordedIn(engine, `renewal-${renewal}`)).toContain('2026-03-11T23:00:00.000Z ContractStarted');
    expect(await engine.typesIn(streamOf('reader'))).toEqual([
      'LicenseIssued',
      'LicenseActivated',
      'RenewalOpened',
      'LicenseRenewed',
    ]);
  });

  it('is reminded of no more', async () => {
    await given();
    await invoice(engine, await approved(engine));
    await engine.until('2026-03-20T00:00:00Z');
    const decisions = await reminderDecisions(engine);
    expect(decisions.filter((decision) => decision.includes('sent'))).toEqual([]);
    expect(decisions.slice(2)).toEqual(['30', '14', '7', '0'].map((offset) => `${offset} suppressed renewed`));
  });

  it('gets the key of a classic license when the contract starts, not before (L) [L14]', async () => {
    await given({ more: { delivery: 'classic' } });
    await invoice(engine, await approved(engine));
    const successor = `license-${await successorOf('reader')}`;
    expect(await engine.typesIn(successor)).not.toContain('LicenseKeyGenerated');
    await engine.until('2026-03-20T00:00:00Z');
    expect((await recordedIn(engine, successor)).at(-1)).toBe('2026-03-11T23:00:00.000Z LicenseKeyGenerated');
  });
});

describe('a renewal that was approved in time and is invoiced late', () => {
  it('starts on the day of its invoice, on an anchor of its own', async () => {
    await given();
    const renewal = await approved(engine);
    await engine.until('2026-03-20T12:00:00Z');
    expect((await recordedIn(engine, streamOf('reader'))).at(-1)).toBe('2026-03-11T23:00:00.000Z LicenseExpired');
    await invoice(engine, renewal);

    const [, activated] = await engine.events(`license-${await successorOf('reader')}`);
    expect(activated?.data).toMatchObject({
      anchor: '2026-03-20',
      n: 1,
      startsOn: '2026-03-20',
      expiresOn: '2027-03-20',
    });
    expect(await recordedIn(engine, `renewal-${renewal}`)).toContain('2026-03-20T12:00:00.000Z ContractStarted');
  });
});

describe('recurring billing', () => {
  const lansweeper = (recurringBilling: 'enabled' | 'cancelled'): Sold => ({
    more: { channel: 'payment-provider', recurringBilling },
  });

  it.each([
    ['enabled', ['RecurringBillingEnabled']],
    ['cancelled', []],
  ] as const)('that is %s goes on so with the successor', async (recurringBilling, types) => {
    await given(lansweeper(recurringBilling), 'lansweeper');
    const renewal = recurringBilling === 'enabled' ? await openedByItself() : await approved(engine);
    await invoice(engine, renewal);
    expect(await engine.typesIn(`billingAgreement-${await successorOf('reader')}`)).toEqual(types);
  });

  it('that is cancelled after the invoice is not carried over twice', async () => {
    await given(lansweeper('enabled'), 'lansweeper');
    const renewal = await openedByItself();
    await invoice(engine, renewal);
    const successor = await successorOf('reader');
    await engine.do(new CancelRecurringBilling(successor, contextOf('cancel')));
    await engine.do(new RecordSuccessors(renewal, contextOf('once more')));
    expect((await engine.typesIn(`billingAgreement-${successor}`)).at(-1)).toBe('RecurringBillingCancelled');
  });

  /** Day 60 before the expiry is past: the renewal opened as soon as the license was there. */
  async function openedByItself(): Promise<RenewalId> {
    await engine.worker.settle();
    const [opened] = (await engine.events(streamOf('reader'))).filter(({ type }) => type === 'RenewalOpened');
    const renewal = String(opened?.data['renewalId']) as RenewalId;
    await engine.do(new ApproveRenewal(renewal, contextOf('approve')));
    return renewal;
  }
});
