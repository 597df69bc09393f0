import type { IsoDate, Subject } from '../shared/words';
import type {
  CommitmentReceived,
  ConfirmationSent,
  LateRenewalAuthorized,
  NoteAdded,
  RenewalCompleted,
  RenewalLine,
  RenewalQuoted,
  RenewalRequested,
  RenewalWithdrawn,
} from './events';
import type { Bill } from './settlement/bill';

export type Renewal =
  | UnrequestedRenewal
  | RequestedRenewal
  | QuotedRenewal
  | ApprovedRenewal
  | InvoicedRenewal
  | CompletedRenewal
  | WithdrawnRenewal;

export interface UnrequestedRenewal {
  readonly stage: 'unrequested';
}

interface Asked {
  readonly request: Omit<RenewalRequested['data'], 'lines'>;
  readonly lines: readonly Line[];
  /** The last quote given. */
  readonly quote?: RenewalQuoted['data'];
  /** In the order in which they came. */
  readonly commitments: readonly CommitmentReceived['data'][];
  /** Where a late renewal starts, once support has chosen. */
  readonly lateBasis?: LateBasis;
  /** Who of sales looks after it. */
  readonly owner?: string;
  readonly notes: readonly NoteAdded['data'][];
}

export type LateBasis = LateRenewalAuthorized['data']['basis'];

export interface Line extends RenewalLine {
  readonly progress: 'waiting' | 'completed' | 'failed';
  /** Its new contract has begun. */
  readonly started: boolean;
  /** Of a completed line: its new term, both days included. */
  readonly contract?: { readonly startsOn: IsoDate; readonly expiresOn: IsoDate };
}

export interface RequestedRenewal extends Asked {
  readonly stage: 'requested';
}

export interface QuotedRenewal extends Asked {
  readonly stage: 'quoted';
  readonly quote: RenewalQuoted['data'];
}

/** From here on the renewal survives the expiry of what it renews. */
export interface ApprovedRenewal extends Asked {
  readonly stage: 'approved';
}

export interface InvoicedRenewal extends Asked, Bill {
  readonly stage: 'invoiced';
}

export interface CompletedRenewal extends Asked, Bill {
  readonly stage: 'completed';
  readonly outcome: RenewalCompleted['data']['outcome'];
  /** To whom the confirmation went. */
  readonly confirmations: readonly ConfirmationSent['data'][];
}

/** Also one that was withdrawn before it was requested: the request that comes late finds it ended. */
export interface WithdrawnRenewal {
  readonly stage: 'withdrawn';
  /** Whose claims are to be released; none when it was never requested. */
  readonly lines: readonly Line[];
  readonly reason: RenewalWithdrawn['data']['reason'];
  /** Where it was invoiced before; it is still to be settled. */
  readonly bill?: Bill;
}

export type RunningRenewal = RequestedRenewal | QuotedRenewal | ApprovedRenewal | InvoicedRenewal;

export function isOpen(renewal: Renewal): renewal is RunningRenewal {
  return renewal.stage !== 'unrequested' && renewal.stage !== 'withdrawn' && renewal.stage !== 'completed';
}

export function isInvoiced(renewal: Renewal): renewal is InvoicedRenewal | CompletedRenewal {
  return renewal.stage === 'invoiced' || renewal.stage === 'completed';
}

export function billOf(renewal: Renewal): Bill | undefined {
  if (isInvoiced(renewal)) return renewal;
  return renewal.stage === 'withdrawn' ? renewal.bill : undefined;
}

export function isSame(one: Subject, other: Subject): boolean {
  return one.kind === other.kind && one.id === other.id;
}

export function lineOf(renewal: Renewal, subject: Subject): Line | undefined {
  return 'lines' in renewal ? renewal.lines.find((line) => isSame(line.subject, subject)) : undefined;
}

/** A renewal is never requested without a line. Its zone is the one in which the renewal's own days are meant. */
export function firstLine({ lines }: { readonly lines: readonly Line[] }): Line {
  const [first] = lines;
  if (!first) throw new RangeError('A renewal was requested without lines');
  return first;
}
