import type { Instant, IsoDate, Money, Zone } from '@renewals/licensing';

/** English of no country is written as everywhere but in the United States: `10 March 2026`. */
const WITHOUT_COUNTRY: Readonly<Record<string, string>> = { en: 'en-GB' };

const UTC = 'UTC';
const LONG_DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** Dates, numbers and money as a locale writes them. What is made once is kept: making a format takes long. */
export class Formats {
  private readonly locale: string;
  private readonly dates: Intl.DateTimeFormat;
  private readonly numbers: Intl.NumberFormat;
  private readonly percents: Intl.NumberFormat;
  private readonly lists: Intl.ListFormat;
  private readonly instants = new Map<string, Intl.DateTimeFormat>();
  private readonly amounts = new Map<string, Intl.NumberFormat>();

  constructor(locale: string) {
    this.locale = WITHOUT_COUNTRY[locale] ?? locale;
    this.dates = new Intl.DateTimeFormat(this.locale, { ...LONG_DATE, timeZone: UTC });
    this.numbers = new Intl.NumberFormat(this.locale);
    this.percents = new Intl.NumberFormat(this.locale, { style: 'percent', maximumFractionDigits: 2 });
    this.lists = new Intl.ListFormat(this.locale);
  }

  date(date: IsoDate): string {
    return this.dates.format(Date.parse(date));
  }

  instant(at: Instant, zone: Zone | typeof UTC = UTC): string {
    const format = kept(
      this.instants,
      zone,
      () =>
        new Intl.DateTimeFormat(this.locale, {
          ...LONG_DATE,
          hour: '2-digit',
          minute: '2-digit',
          timeZoneName: 'short',
          timeZone: zone,
        }),
    );
    return format.format(at);
  }

  money({ amountMinor, currency }: Money): string {
    const format = kept(
      this.amounts,
      currency,
      () => new Intl.NumberFormat(this.locale, { style: 'currency', currency, currencyDisplay: 'code' }),
    );
    const { maximumFractionDigits = 2 } = format.resolvedOptions();
    return format.format(amountMinor / 10 ** maximumFractionDigits);
  }

  number(number: number): string {
    return this.numbers.format(number);
  }

  percent(percent: number): string {
    return this.percents.format(percent / 100);
  }

  list(items: readonly string[]): string {
    return this.lists.format(items);
  }
}

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const known = formats.get(key);
  if (known) return known;
  const made = make();
  formats.set(key, made);
  return made;
}
