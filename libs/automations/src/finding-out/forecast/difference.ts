import { subjectKey } from '@renewals/licensing';
import type { ExpiryForecast } from './reminder-forecast';
import type { ForecastLine } from './forecast-line';

/** What another policy changes about one expiry. */
export interface Difference {
  readonly added: readonly ForecastLine[];
  readonly gone: readonly ForecastLine[];
  /** Goes out at another time. */
  readonly moved: readonly { readonly from: ForecastLine; readonly to: ForecastLine }[];
}

export function differenceOf({ today, changed }: ExpiryForecast): Difference {
  const before = new Map(today.map((line) => [nameOf(line), line]));
  const after = new Map(changed.map((line) => [nameOf(line), line]));
  return {
    added: changed.filter((line) => !before.has(nameOf(line))),
    gone: today.filter((line) => !after.has(nameOf(line))),
    moved: changed.flatMap((to) => {
      const from = before.get(nameOf(to));
      return from && from.at !== to.at ? [{ from, to }] : [];
    }),
  };
}

/** The same reminder to the same contact, whenever it goes out. */
function nameOf({ subject, expiresOn, offset, contactId }: ForecastLine): string {
  return [subjectKey(subject), expiresOn, offset, contactId].join('|');
}
