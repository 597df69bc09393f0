import type { IsoDate, Period, Zone } from '../shared/words';

/**
 * The stretch in which a license is usable. `expiresOn` is its last usable day; `startsOn` and `expiresOn` are days in
 * `zone`. Term n of an anchor ends on anchor + n periods; `n` is 0 when the anchor itself is the expiry (alignment).
 */
export interface Term {
  readonly anchor: IsoDate;
  readonly n: number;
  readonly period: Period;
  readonly startsOn: IsoDate;
  readonly expiresOn: IsoDate;
  readonly zone: Zone;
}
