import type { RecordedEvent } from '@renewals/event-store';
import { type Actor, isoDate, type InvoiceId, type LicenseId, type RenewalEvent, zone } from '@renewals/licensing';
import type { RenewalRow } from './renewal-table';
import { renewalView } from './renewal-view';

const by: Actor = { type: 'sales', id: 'sam' };
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const subject = (id: string) => ({ kind: 'license', id: id as LicenseId }) as const;
const line = (id: string, expiresOn: string) => ({
  subject: subject(id),
  currentExpiresOn: isoDate(expiresOn),
  zone: zone('Europe/Berlin'),
  quota: 5,
  amount: usd(6000),
});

const requested = {
  type: 'RenewalRequested',
  data: {
    renewalId: 'r',
    policy: 'lansweeper',
    commitmentRequired: true,
    lines: [line('later', '2026-03-20'), line('first', '2026-03-11')],
  },
} as unknown as RenewalEvent;
const quoted: RenewalEvent = {
  type: 'RenewalQuoted',
  data: { quoteId: 'q', total: usd(12_000), validUntil: isoDate('2026-01-01'), proforma: true },
};
const committed: RenewalEvent = {
  type: 'CommitmentReceived',
  data: { kind: 'purchase-order', reference: 'PO-1', recordedBy: by },
};
const approved: RenewalEvent = { type: 'RenewalApproved', data: { approvedBy: by, lines: [] } };
const invoiced: RenewalEvent = {
  type: 'InvoiceGenerated',
  data: { invoiceId: 'i' as InvoiceId, total: usd(12_000), issuedOn: isoDate('2026-03-01') },
};
const started = (id: string): RenewalEvent => ({
  type: 'ContractStarted',
  data: { subject: subject(id), startsOn: isoDate('2026-03-12') },
});
const failed = (id: string): RenewalEvent => ({
  type: 'RenewalLineFailed',
  data: { subject: subject(id), code: 'LICENSE_TERMINATED', message: 'It ended.' },
});
const paid: RenewalEvent = {
  type: 'RenewalPaymentRecorded',
  data: { paymentId: 'p', amount: usd(12_000), method: 'wire', paidOn: isoDate('2026-03-01'), by },
};
const credited: RenewalEvent = {
  type: 'CreditIssued',
  data: { creditId: 'c', lines: [{ subject: subject('first'), amount: usd(6000) }], reason: 'failed', by },
};

function rowAfter(...events: readonly RenewalEvent[]): RenewalRow | undefined {
  return [requested, ...events].reduce<RenewalRow | undefined>(
    (row, event, revision) =>
      renewalView.evolve(row, { ...event, stream: 'renewal-r', revision } as unknown as RecordedEvent, 'r'),
    undefined,
  );
}

describe('the row of a renewal', () => {
  it('is of what ends first, with the sum of its lines', () =>
    expect(rowAfter()).toMatchObject({ license: 'first', expiresOn: '2026-03-11', lines: 2, amount: 12_000 }));

  it.each<[string, RenewalEvent[]]>([
    ['requested', []],
    ['quoted', [quoted]],
    ['requested', [committed]],
    ['approved', [quoted, approved]],
    ['committed', [committed, approved]],
    ['committed', [approved, committed]],
    ['invoiced', [approved, committed, invoiced]],
    ['invoiced', [approved, invoiced, started('first')]],
    ['started', [approved, invoiced, started('first'), started('later')]],
    ['started', [approved, invoiced, failed('first'), started('later')]],
    ['failed', [approved, invoiced, failed('first'), failed('later')]],
    ['withdrawn', [{ type: 'RenewalWithdrawn', data: { reason: 'by-sales', by } }]],
  ])('is %s', (stage, events) => expect(rowAfter(...events)).toMatchObject({ stage, revision: events.length }));

  it('voids the quote of what is changed', () => {
    const data = { subject: subject('first'), quota: 10, amount: usd(12_000), total: usd(18_000), by };
    expect(rowAfter(quoted)).toMatchObject({ quote: 'q', quoteTotal: 12_000, proforma: 1 });
    expect(rowAfter(quoted, { type: 'RenewalChanged', data })).toMatchObject({
      quote: null,
      stage: 'requested',
      amount: 18_000,
    });
  });

  it('has open what was invoiced and neither paid nor credited', () => {
    expect(rowAfter(approved, invoiced)).toMatchObject({ balance: 12_000 });
    expect(rowAfter(approved, invoiced, credited)).toMatchObject({ balance: 6000 });
    expect(rowAfter(approved, invoiced, paid, credited)).toMatchObject({ balance: -6000 });
  });
});
