import type { RecordedEvent } from '@renewals/event-store';
import type { Instant, IsoDate, Zone } from '@renewals/licensing';

/** When something falls due: at an instant, or at an hour of a local day, whose instant the zone data decides. */
export type DueTime =
  | { readonly at: Instant }
  | { readonly date: IsoDate; readonly hour: number; readonly zone: Zone }
  | { readonly startOf: IsoDate; readonly zone: Zone };

/** What an event says about deadlines. `detail` tells several deadlines of one kind and subject apart. */
export type DeadlineChange =
  | { readonly set: { readonly subject: string; readonly detail: string; readonly due: DueTime } }
  | { readonly clear: { readonly subject: string; readonly detail?: string } }
  /** What one that is there waits for may have come: it is due now. One that is not there stays so. */
  | { readonly hasten: { readonly subject: string; readonly detail: string; readonly at: Instant } };

/** A deadline that is due, as its automation gets it. */
export interface DueDeadline {
  /** The id of what it is about; for a term that may be renewed, its `subjectKey`. */
  readonly subject: string;
  readonly detail: string;
  readonly dueAt: Instant;
  /** The event that set it. */
  readonly causedBy: { readonly eventId: string; readonly correlationId: string };
}

/** Rank of what follows from an event at once, and has no time of its own. */
export const REACTION = 0;

/**
 * Something that happens by itself. Events set and clear its deadlines; a due one becomes a command, which is decided
 * by the stream that it goes to and may be sent any number of times (rules 11 and 12).
 */
export interface Automation {
  readonly kind: string;
  /** Order among automations that are due at one instant, lowest first (domain: contract start, expiry, reminders). */
  readonly rank: number;
  /** Of the streams whose events set and clear its deadlines. */
  readonly categories: readonly string[];
  /** While it answers true the deadlines wait, also when they are due. Never held when left out. */
  isHeld?(): Promise<boolean>;
  /** What an event means for its deadlines. Pure. */
  deadlines(event: RecordedEvent): readonly DeadlineChange[];
  /**
   * Sends the command. Answers whether it wrote anything: when nothing is left to do, the deadline goes, unless it is to
   * wait for longer.
   */
  act(due: DueDeadline): Promise<{ readonly wrote: boolean; readonly waitsUntil?: Instant }>;
}
