import type { EventStore, Upcasting } from '@renewals/event-store';
import { loggedEvents } from '../log/logged-events';
import { type Gap, gapBefore } from './gaps';
import { Lineages } from './lineages';
import { MaintenanceLineages } from './maintenance-lineages';
import { type Overlap, overlapsAmong } from './overlaps';

export interface TermReport {
  readonly lineages: number;
  readonly terms: number;
  /** One for each pair of terms. */
  readonly overlaps: readonly Overlap[];
  readonly gaps: readonly Gap[];
}

/**
 * Whether any license or maintenance overlaps what followed it, or lost days to a renewal that came in time, by the log
 * alone.
 */
export async function checkTerms(store: EventStore, upcasting: Upcasting): Promise<TermReport> {
  const kinds = [new Lineages(), new MaintenanceLineages()];
  for await (const event of loggedEvents(store, upcasting, ['license', 'maintenance', 'renewal'])) {
    for (const kind of kinds) kind.record(event);
  }
  const all = kinds.flatMap((kind) => [...kind.lineages()]);
  return {
    lineages: all.length,
    terms: all.reduce((sum, terms) => sum + terms.length, 0),
    overlaps: all.flatMap(overlapsAmong),
    gaps: kinds.flatMap((kind) => [...kind.lineages()].flat().flatMap((term) => gapBefore(term, kind))),
  };
}
