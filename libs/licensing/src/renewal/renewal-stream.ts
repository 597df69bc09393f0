import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { Subject } from '../shared/words';
import type { RenewalEvent, RenewalRequested } from './events';
import {
  type InvoicedRenewal,
  isInvoiced,
  isOpen,
  isSame,
  type Line,
  type RunningRenewal,
  type Renewal,
  type RequestedRenewal,
} from './state';

function evolve(renewal: Renewal, event: RenewalEvent): Renewal {
  switch (event.type) {
    case 'RenewalRequested':
      return requested(event);
    case 'RenewalQuoted':
      return { ...open(renewal, event), stage: 'quoted', quote: event.data };
    case 'QuoteAccepted':
      return open(renewal, event);
    case 'RenewalApproved':
      return { ...open(renewal, event), stage: 'approved' };
    case 'CommitmentReceived': {
      const committed = open(renewal, event);
      return { ...committed, commitments: [...committed.commitments, event.data] };
    }
    case 'LateRenewalAuthorized':
      return { ...open(renewal, event), lateBasis: event.data.basis };
    case 'InvoiceGenerated':
      return { ...open(renewal, event), stage: 'invoiced', invoice: event.data };
    case 'ContractStarted':
      return withLine(renewal, event, event.data.subject, { started: true });
    case 'RenewalLineCompleted':
      return withLine(renewal, event, event.data.subject, { progress: 'completed' });
    case 'RenewalLineFailed':
      return withLine(renewal, event, event.data.subject, { progress: 'failed' });
    case 'RenewalCompleted':
      return { ...invoiced(renewal, event), stage: 'completed', outcome: event.data.outcome };
    case 'RenewalWithdrawn':
      return { stage: 'withdrawn', lines: 'lines' in renewal ? renewal.lines : [], reason: event.data.reason };
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
  };
}

function withLine(renewal: Renewal, event: RenewalEvent, subject: Subject, change: Partial<Line>): Renewal {
  const changed = invoiced(renewal, event);
  return {
    ...changed,
    lines: changed.lines.map((line) => (isSame(line.subject, subject) ? { ...line, ...change } : line)),
  };
}

function open(renewal: Renewal, event: RenewalEvent): RunningRenewal {
  if (!isOpen(renewal)) throw new EventOutOfPlace('renewal', event, renewal.stage);
  return renewal;
}

function invoiced(renewal: Renewal, event: RenewalEvent): Extract<Renewal, Pick<InvoicedRenewal, 'invoice'>> {
  if (!isInvoiced(renewal)) throw new EventOutOfPlace('renewal', event, renewal.stage);
  return renewal;
}

export const renewalStream: StreamDefinition<Renewal, RenewalEvent> = {
  category: 'renewal',
  initial: { stage: 'unrequested' },
  evolve,
};
