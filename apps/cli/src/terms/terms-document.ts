import { endsAt, rfc3339, termAt, type IsoDate, type Period, type Zone } from '@renewals/licensing';
import { type TermsRequest } from './terms-request';

export interface TermsDocument {
  readonly anchor: IsoDate;
  readonly period: Period;
  readonly zone: Zone;
  readonly terms: readonly ShownTerm[];
}

export interface ShownTerm {
  readonly n: number;
  readonly startsOn: IsoDate;
  /** The last usable day. */
  readonly expiresOn: IsoDate;
  /** RFC 3339, UTC: valid before this instant. */
  readonly endsAt: string;
}

/** The first terms of an anchor. Throws `INVALID_DATE` when one would expire after 9999-12-31. */
export function termsDocument({ anchor, period, zone, count }: TermsRequest): TermsDocument {
  const terms = Array.from({ length: count }, (_, index) => {
    const { n, startsOn, expiresOn } = termAt(anchor, period, index + 1, zone);
    return { n, startsOn, expiresOn, endsAt: rfc3339(endsAt(expiresOn, zone)) };
  });
  return { anchor, period, zone, terms };
}
