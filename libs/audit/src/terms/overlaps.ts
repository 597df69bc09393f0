import { endsAt, type Instant, type IsoDate, type LicenseId, startsAt } from '@renewals/licensing';
import type { LoggedTerm } from './lineages';

/** A moment in which two terms of one lineage were both valid. */
export interface Overlap {
  readonly earlier: OverlappingTerm;
  readonly later: OverlappingTerm;
}

export interface OverlappingTerm {
  readonly licenseId: LicenseId;
  readonly startsOn: IsoDate;
  /** Null for a term without an end. */
  readonly lastDay: IsoDate | null;
}

interface Span extends OverlappingTerm {
  readonly from: Instant;
  readonly until: Instant;
}

/** Every pair of terms that share a moment. Moments, not dates: two zones have the same date at different times. */
export function overlapsAmong(terms: readonly LoggedTerm[]): Overlap[] {
  if (terms.length < 2) return [];
  const spans = terms
    .map(spanOf)
    .filter(({ from, until }) => from < until)
    .sort((one, other) => one.from - other.from);
  return spans.flatMap((earlier, index) =>
    spans
      .slice(index + 1)
      .filter(({ from }) => from < earlier.until)
      .map((later) => ({ earlier: named(earlier), later: named(later) })),
  );
}

function spanOf(term: LoggedTerm): Span {
  const { licenseId, startsOn, zone } = term;
  const lastDay = lastDayOf(term);
  const until = lastDay === null ? Infinity : endsAt(lastDay, zone);
  return { licenseId, startsOn, lastDay, from: startsAt(startsOn, zone), until };
}

function lastDayOf({ expiresOn, terminatedOn }: LoggedTerm): IsoDate | null {
  if (expiresOn === undefined || terminatedOn === undefined) return expiresOn ?? terminatedOn ?? null;
  return terminatedOn < expiresOn ? terminatedOn : expiresOn;
}

function named({ licenseId, startsOn, lastDay }: Span): OverlappingTerm {
  return { licenseId, startsOn, lastDay };
}
