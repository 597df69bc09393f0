import {
  ApproveRenewal,
  CancelRecurringBilling,
  CompleteSalesTask,
  GenerateInvoice,
  RecordCommitment,
  RecordRenewalPayment,
  ResumeRecurringBilling,
  ReverseRenewalPayment,
  TerminateLicense,
  WithdrawRenewal,
} from '@renewals/commands';
import { isoDate, type RenewalId } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, licenseId, type Sold } from '../../../../test/support/samples';
import { requested } from '../renewing.spec';

let engine: EngineInTime;
beforeEach(async () => (engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z' })));
afterEach(() => engine.close());

const sold = (more: Sold['more'] = {}): Sold => ({ more: { channel: 'quote', recurringBilling: 'enabled', ...more } });
const importReader = (more: Sold['more'] = {}) => engine.imported('acme', { reader: sold(more) }, 'lansweeper');

/** `SalesTaskOpened`, `SalesTaskDropped approved`, in the order of the log. */
async function tasks(): Promise<string[]> {
  const events = (await engine.events()).filter(({ stream }) => stream.startsWith('salesTask-'));
  return events.map(({ type, data }) => (data['reason'] === undefined ? type : `${type} ${data['reason']}`));
}

async function taskId(): Promise<string> {
  const [opened] = (await engine.events()).filter(({ type }) => type === 'SalesTaskOpened');
  return String(opened?.data['taskId']);
}

const cancel = () => engine.do(new CancelRecurringBilling(licenseId('reader'), contextOf('cancel')));
const resume = () => engine.do(new ResumeRecurringBilling(licenseId('reader'), contextOf('resume')));
const approve = (renewal: RenewalId) => engine.do(new ApproveRenewal(renewal, contextOf('approve')));

describe('the task to write to the billing contact', () => {
  it('opens 90 days before the expiry, and not an hour sooner [L5]', async () => {
    await importReader();
    await engine.until('2025-12-11T07:59:59Z');
    expect(await tasks()).toEqual([]);
    await engine.until('2025-12-11T08:00:00Z');
    const [task] = (await engine.events()).filter(({ type }) => type === 'SalesTaskOpened');
    expect(task).toMatchObject({
      data: { purpose: 'write-to-billing-contact', openedOn: '2025-12-11', dueOn: '2026-01-10', channel: 'quote' },
    });
  });

  it('is nobody’s where the payment provider writes [L20]', async () => {
    await importReader({ channel: 'payment-provider' });
    await engine.until('2026-01-15T12:00:00Z');
    expect(await tasks()).toEqual([]);
  });

  it.each(['2025-12-05T12:00:00Z', '2025-12-20T12:00:00Z'])(
    'goes when billing is cancelled on %s, and comes back when it is resumed [L5]',
    async (day) => {
      await importReader();
      await engine.until(day);
      await cancel();
      await engine.until('2025-12-28T12:00:00Z');
      expect((await tasks()).at(-1)).not.toBe('SalesTaskOpened');
      await resume();
      await engine.until('2025-12-28T13:00:00Z');
      expect((await tasks()).at(-1)).toBe('SalesTaskOpened');
    },
  );

  it('is taken back by an approval, and comes back with its withdrawal', async () => {
    await importReader();
    await engine.until('2025-12-12T12:00:00Z');
    const renewal = await requested(engine);
    await engine.until('2025-12-13T12:00:00Z');
    expect(await tasks()).toEqual(['SalesTaskOpened']);
    await approve(renewal);
    await engine.until('2025-12-14T12:00:00Z');
    expect(await tasks()).toEqual(['SalesTaskOpened', 'SalesTaskDropped approved']);
    await engine.do(new WithdrawRenewal(renewal, 'by-sales', contextOf('withdraw')));
    await engine.until('2025-12-15T12:00:00Z');
    expect((await tasks()).at(-1)).toBe('SalesTaskOpened');
  });

  it('does not open for what is approved before its day', async () => {
    await importReader();
    await approve(await requested(engine));
    await engine.until('2026-01-15T12:00:00Z');
    expect(await tasks()).toEqual([]);
  });

  it('is taken back when the license is terminated, and when it is over', async () => {
    await importReader();
    await engine.imported('acme', { writer: sold() }, 'lansweeper');
    await engine.until('2025-12-12T12:00:00Z');
    await engine.do(new TerminateLicense(licenseId('writer'), isoDate('2025-12-31'), 'closed', contextOf('end')));
    await engine.until('2025-12-13T12:00:00Z');
    expect((await tasks()).at(-1)).toBe('SalesTaskDropped terminated');
    await engine.until('2026-03-11T22:59:59Z');
    expect(await tasks()).toHaveLength(3);
    await engine.until('2026-03-11T23:00:00Z');
    expect((await tasks()).at(-1)).toBe('SalesTaskDropped expired');
  });

  it('stays done', async () => {
    await importReader();
    await engine.until('2025-12-12T12:00:00Z');
    await engine.do(new CompleteSalesTask(await taskId(), 'Wrote to them.', contextOf('done')));
    await cancel();
    await resume();
    await engine.until('2026-03-12T12:00:00Z');
    expect(await tasks()).toEqual(['SalesTaskOpened', 'SalesTaskDone']);
  });
});

describe('a payment that bounced', () => {
  const amount = { amountMinor: 6000, currency: 'USD' };

  async function invoiced(): Promise<RenewalId> {
    await importReader({ recurringBilling: 'cancelled' });
    await engine.until('2026-03-01T12:00:00Z');
    const renewal = await requested(engine);
    await approve(renewal);
    await engine.do(new RecordCommitment(renewal, 'purchase-order', 'PO-1', contextOf('commit')));
    await engine.do(new GenerateInvoice(renewal, undefined, contextOf('invoice')));
    const payment = { paymentId: 'P-1', amount, method: 'wire', paidOn: '2026-03-01' } as const;
    await engine.do(new RecordRenewalPayment(renewal, payment, contextOf('pay')));
    return renewal;
  }

  const bounce = (renewal: RenewalId) =>
    engine.do(new ReverseRenewalPayment(renewal, 'P-1', 'No funds.', contextOf('bounce')));

  it('before the contract starts leaves the renewal invoiced', async () => {
    const renewal = await invoiced();
    await bounce(renewal);
    await engine.until('2026-03-20T12:00:00Z');
    expect(await tasks()).toEqual([]);
    expect(await engine.typesIn(`renewal-${renewal}`)).toContain('ContractStarted');
  });

  it('after that opens a task for sales, and the contract runs on', async () => {
    const renewal = await invoiced();
    await engine.until('2026-03-20T12:00:00Z');
    await bounce(renewal);
    await engine.until('2026-03-21T12:00:00Z');
    expect(await tasks()).toEqual(['SalesTaskOpened']);
    const [task] = (await engine.events()).filter(({ type }) => type === 'SalesTaskOpened');
    expect(task?.data).toMatchObject({
      purpose: 'payment-reversed',
      renewalId: renewal,
      paymentId: 'P-1',
      dueOn: '2026-03-20',
    });
    const types = (await engine.events()).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['ContractStarted', 'RenewalPaymentReversed']));
    expect(types).not.toContain('LicenseTerminated');
  });
});
