import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { Subject } from '../shared/words';
import type { CommitmentReceived, RenewalChanged, RenewalEvent, RenewalRequested, RenewalWithdrawn } from './events';
import { moveMoney, openBill } from './settlement/bill';
import type { SettlementEvent } from './settlement/events';
import {
  type CompletedRenewal,
  type InvoicedRenewal,
  isInvoiced,
  isOpen,
  isSame,
  type Line,
  type RunningRenewal,
  type Renewal,
  type RequestedRenewal,
  type WithdrawnRenewal,
} from './state';

function evolve(renewal: Renewal, event: RenewalEvent): Renewal {
  switch (event.type) {
    case 'RenewalRequested':
      return requested(event);
    case 'RenewalQuoted':
      return { ...open(renewal, event), stage: 'quoted', quote: event.data };
    case 'RenewalChanged':
      return changed(open(renewal, event), event);
    case 'QuoteAccepted':
      return open(renewal, event);
    case 'RenewalApproved':
      return { ...open(renewal, event), stage: 'approved' };
    case 'CommitmentReceived':
      return committed(open(renewal, event), event);
    case 'LateRenewalAuthorized':
      return { ...open(renewal, event), lateBasis: event.data.basis };
    case 'InvoiceGenerated':
      return { ...open(renewal, event), stage: 'invoiced', ...openBill(event) };
    case 'RenewalPaymentRecorded':
    case 'RenewalPaymentReversed':
    case 'CreditIssued':
      return settled(renewal, event);
    case 'ContractStarted':
      return withLine(renewal, event, event.data.subject, { started: true });
    case 'RenewalLineCompleted': {
      const { subject, startsOn, newExpiresOn } = event.data;
      return withLine(renewal, event, subject, {
        progress: 'completed',
        contract: { startsOn, expiresOn: newExpiresOn },
      });
    }
    case 'RenewalLineFailed':
      return withLine(renewal, event, event.data.subject, { progress: 'failed' });
    case 'RenewalCompleted':
      return { ...invoiced(renewal, event), stage: 'completed', outcome: event.data.outcome, confirmations: [] };
    case 'ConfirmationSent': {
      const confirmed = completed(renewal, event);
      return { ...confirmed, confirmations: [...confirmed.confirmations, event.data] };
    }
    case 'OwnerAssigned':
      return { ...running(renewal, event), owner: event.data.owner };
    case 'NoteAdded': {
      const noted = running(renewal, event);
      return { ...noted, notes: [...noted.notes, event.data] };
    }
    case 'RenewalWithdrawn':
      return withdrawn(renewal, event);
    default:
      throw new UnknownEvent('renewal', event);
  }
}

function requested({ data }: RenewalRequested): RequestedRenewal {
  const { lines, ...request } = data;
  return {
    stage: 'requested',
    request,
    lines: lines.map((line) => ({ ...line, progress: 'waiting', started: false })),
    commitments: [],
    notes: [],
  };
}

function changed({ quote: _void, ...renewal }: RunningRenewal, { data }: RenewalChanged): RequestedRenewal {
  const { subject, quota, amount } = data;
  const lines = renewal.lines.map((line) => (isSame(line.subject, subject) ? { ...line, quota, amount } : line));
  return { ...renewal, stage: 'requested', lines };
}

function committed(renewal: RunningRenewal, { data }: CommitmentReceived): RunningRenewal {
  const kept = renewal.commitments.filter(({ reference }) => reference !== data.replaces);
  return { ...renewal, commitments: [...kept, data] };
}

function settled(renewal: Renewal, event: SettlementEvent): Renewal {
  if (isInvoiced(renewal)) return { ...renewal, ...moveMoney(renewal, event) };
  if (renewal.stage !== 'withdrawn' || !renewal.bill) throw new EventOutOfPlace('renewal', event, renewal.stage);
  return { ...renewal, bill: moveMoney(renewal.bill, event) };
}

function withdrawn(renewal: Renewal, { data }: RenewalWithdrawn): WithdrawnRenewal {
  const lines = 'lines' in renewal ? renewal.lines : [];
  if (!isInvoiced(renewal)) return { stage: 'withdrawn', lines, reason: data.reason };
  const { invoice, payments, credits } = renewal;
  return { stage: 'withdrawn', lines, reason: data.reason, bill: { invoice, payments, credits } };
}

function withLine(renewal: Renewal, event: RenewalEvent, subject: Subject, change: Partial<Line>): Renewal {
  const changed = renewal.stage === 'withdrawn' ? renewal : invoiced(renewal, event);
  return {
    ...changed,
    lines: changed.lines.map((line) => (isSame(line.subject, subject) ? { ...line, ...change } : line)),
  };
}

function open(renewal: Renewal, event: RenewalEvent): RunningRenewal {
  if (!isOpen(renewal)) throw new EventOutOfPlace('renewal', event, renewal.stage);
  return renewal;
}

function invoiced(renewal: Renewal, event: RenewalEvent): InvoicedRenewal | CompletedRenewal {
  if (!isInvoiced(renewal)) throw new EventOutOfPlace('renewal', event, renewal.stage);
  return renewal;
}

function completed(renewal: Renewal, event: RenewalEvent): CompletedRenewal {
  if (renewal.stage !== 'completed') throw new EventOutOfPlace('renewal', event, renewal.stage);
  return renewal;
}

/** Whatever was requested and not withdrawn. */
function running(renewal: Renewal, event: RenewalEvent): RunningRenewal | CompletedRenewal {
  if (isOpen(renewal) || renewal.stage === 'completed') return renewal;
  throw new EventOutOfPlace('renewal', event, renewal.stage);
}

export const renewalStream: StreamDefinition<Renewal, RenewalEvent> = {
  category: 'renewal',
  initial: { stage: 'unrequested' },
  evolve,
};
