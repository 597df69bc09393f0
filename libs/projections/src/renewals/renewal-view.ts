import type { RenewalEvent, RenewalRequested } from '@renewals/licensing';
import { rowProjection, type RowView } from '../runtime/row-view';
import { idOf } from '../runtime/subjects';
import { renewalColumns, type RenewalRow, renewalTable } from './renewal-table';

export const renewalView: RowView<RenewalRow> = {
  name: 'renewals',
  table: renewalTable,
  categories: ['renewal'],
  columns: renewalColumns,
  key: 'renewal',
  keysOf: (event) => [idOf(event)],
  evolve: (row, recorded) => {
    const event = recorded as unknown as RenewalEvent;
    const changed = event.type === 'RenewalRequested' ? requested(event.data) : row && evolve(row, event);
    return changed && { ...changed, revision: recorded.revision };
  },
};

export const renewalProjection = rowProjection(renewalView);

function evolve(row: RenewalRow, event: RenewalEvent): RenewalRow {
  switch (event.type) {
    case 'RenewalQuoted': {
      const { quoteId, total, validUntil, proforma } = event.data;
      const quote = { quote: quoteId, quoteTotal: total.amountMinor, validUntil, proforma: Number(proforma) };
      return { ...row, ...quote, stage: 'quoted' };
    }
    case 'RenewalChanged':
      return { ...row, ...noQuote, stage: 'requested', amount: event.data.total.amountMinor };
    case 'QuoteAccepted':
      return { ...row, accepted: 1 };
    case 'RenewalApproved':
      return { ...row, stage: row.committed === 1 ? 'committed' : 'approved' };
    case 'CommitmentReceived':
      return { ...row, committed: 1, stage: row.stage === 'approved' ? 'committed' : row.stage };
    case 'InvoiceGenerated':
      return { ...row, stage: 'invoiced', invoice: event.data.invoiceId, balance: event.data.total.amountMinor };
    case 'RenewalPaymentRecorded':
      return moved(row, -event.data.amount.amountMinor);
    case 'RenewalPaymentReversed':
      return moved(row, event.data.amount.amountMinor);
    case 'CreditIssued':
      return event.data.lines.reduce((credited, { amount }) => moved(credited, -amount.amountMinor), row);
    case 'RenewalLineFailed':
      return settled({ ...row, failedLines: row.failedLines + 1 });
    case 'ContractStarted':
      return settled({ ...row, startedLines: row.startedLines + 1 });
    case 'OwnerAssigned':
      return { ...row, owner: event.data.owner };
    case 'RenewalWithdrawn':
      return { ...row, stage: 'withdrawn' };
    default:
      return row;
  }
}

const noQuote = { quote: null, quoteTotal: null, validUntil: null, proforma: null };

function moved(row: RenewalRow, amount: number): RenewalRow {
  return { ...row, balance: (row.balance ?? 0) + amount };
}

/** Started when the contract of every line runs that could be renewed; failed when none could. */
function settled(row: RenewalRow): RenewalRow {
  const { lines, failedLines, startedLines } = row;
  if (startedLines + failedLines < lines) return row;
  return { ...row, stage: startedLines > 0 ? 'started' : 'failed' };
}

function requested({ renewalId, policy, lines, commitmentRequired }: RenewalRequested['data']): RenewalRow {
  const [first] = lines.toSorted((one, other) => (one.currentExpiresOn < other.currentExpiresOn ? -1 : 1));
  if (!first) throw new RangeError(`Renewal ${renewalId} was requested without lines`);
  return {
    renewal: renewalId,
    policy,
    stage: 'requested',
    license: first.subject.id,
    expiresOn: first.currentExpiresOn,
    zone: first.zone,
    lines: lines.length,
    failedLines: 0,
    startedLines: 0,
    currency: first.amount.currency,
    amount: lines.reduce((sum, { amount }) => sum + amount.amountMinor, 0),
    commitmentRequired: Number(commitmentRequired),
    committed: 0,
    owner: null,
    ...noQuote,
    accepted: 0,
    invoice: null,
    balance: null,
    revision: 0,
  };
}
