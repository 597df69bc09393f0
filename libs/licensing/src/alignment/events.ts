import type { DomainEvent } from '../shared/event';
import type { RefusalCode } from '../shared/refusal';
import type { Actor, IsoDate, Money, OrganizationId, Subject, Zone } from '../shared/words';

/** What becomes of days that were paid for and that a shortened term no longer has. */
export type Shortening = 'credit' | 'forfeit';

export interface AlignmentLine {
  readonly subject: Subject;
  /** The expiry that is moved, a day in `zone`. */
  readonly currentExpiresOn: IsoDate;
  readonly zone: Zone;
  /** From that expiry to the target date; negative where the term gets shorter. */
  readonly days: number;
  /** What those days cost; negative where the term gets shorter. */
  readonly amount: Money;
  readonly shortens: boolean;
  /** Support's choice for a line that is shortened; none yet when left out. */
  readonly shortening?: Shortening;
}

/** Several terms are to end on one date (R). The proposal is the preview: nothing has moved. */
export type AlignmentProposed = DomainEvent<
  'AlignmentProposed',
  {
    readonly alignmentId: string;
    readonly organizationId: OrganizationId;
    readonly policy: string;
    readonly targetDate: IsoDate;
    readonly lines: readonly AlignmentLine[];
    readonly proposedBy: Actor;
  }
>;

export interface ShorteningChoice {
  readonly subject: Subject;
  readonly shortening: Shortening;
}

/** `choices`: one for each line that is shortened. */
export type AlignmentApproved = DomainEvent<
  'AlignmentApproved',
  { readonly approvedBy: Actor; readonly choices: readonly ShorteningChoice[] }
>;

/** What became of one line: another one's failure does not touch it. */
export type AppliedLine =
  | { readonly subject: Subject; readonly outcome: 'aligned' }
  | { readonly subject: Subject; readonly outcome: 'failed'; readonly code: RefusalCode; readonly message: string };

export type AlignmentApplied = DomainEvent<
  'AlignmentApplied',
  { readonly lines: readonly AppliedLine[]; readonly by: Actor }
>;

export type AlignmentWithdrawn = DomainEvent<'AlignmentWithdrawn', { readonly by: Actor }>;

export type AlignmentEvent = AlignmentProposed | AlignmentApproved | AlignmentApplied | AlignmentWithdrawn;
