import type { IsoDate, Zone } from '../../shared/words';
import type { QuotaAdded } from '../events';
import type { UsageEvent } from './events';

/** What was used of a license since it was activated. Grows by numbers only, however many reports there are. */
export interface Meter {
  /** The first day of use, a day in `zone`. */
  readonly since: IsoDate;
  readonly zone: Zone;
  readonly used: number;
  /** Quota that was added to the license's own. */
  readonly added: number;
  /** The last day of added quota that outlives the license's own term. */
  readonly addedUntil?: IsoDate;
  /** Percents that were crossed, in the order in which they were. */
  readonly crossed: readonly number[];
}

export function meterFrom(since: IsoDate, zone: Zone): Meter {
  return { since, zone, used: 0, added: 0, crossed: [] };
}

export function metered(meter: Meter, event: UsageEvent | QuotaAdded): Meter {
  switch (event.type) {
    case 'UsageRecorded':
      return { ...meter, used: meter.used + event.data.quantity };
    case 'QuotaThresholdCrossed':
      return { ...meter, crossed: [...meter.crossed, event.data.percent] };
    case 'QuotaExhausted':
      return meter;
    case 'QuotaAdded': {
      const { quantity, term } = event.data;
      const added = { ...meter, added: meter.added + quantity };
      const { expiresOn } = term;
      return expiresOn !== undefined && !(meter.addedUntil && meter.addedUntil >= expiresOn)
        ? { ...added, addedUntil: expiresOn }
        : added;
    }
  }
}
