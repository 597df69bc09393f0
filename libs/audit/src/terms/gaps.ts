import { addDays, daysBetween, endsAt, type IsoDate, type LicenseId } from '@renewals/licensing';
import type { LoggedTerm, Succession } from './lineages';

/** Days that a customer lost although the renewal came in time. */
export interface Gap {
  readonly licenseId: LicenseId;
  /** The same license, where its maintenance was renewed. */
  readonly successorId: LicenseId;
  readonly expiresOn: IsoDate;
  readonly startsOn: IsoDate;
  readonly lostDays: number;
}

/** Between a term and the one it took over from: invoiced or recorded in time, it starts on the very next day (L). */
export function gapBefore(term: LoggedTerm, lineages: Succession): Gap[] {
  const old = lineages.termBefore(term);
  if (old?.expiresOn === undefined) return [];
  const { licenseId, expiresOn } = old;
  const { licenseId: successorId, startsOn } = term;
  const dayAfter = addDays(expiresOn, 1);
  const invoicedOn = lineages.invoicedOn(term);
  const wasInTime =
    (invoicedOn !== undefined && invoicedOn <= dayAfter) || Date.parse(term.recordedAt) < endsAt(expiresOn, old.zone);
  if (!wasInTime || startsOn <= dayAfter) return [];
  return [{ licenseId, successorId, expiresOn, startsOn, lostDays: daysBetween(dayAfter, startsOn) }];
}
