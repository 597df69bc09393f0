import type { Instant, IsoDate, Money, Zone } from '@renewals/licensing';
import IntlMessageFormat from 'intl-messageformat';
import { Formats } from './formats';
import { isolating } from './isolation';
import { knownLocales, LOCALES, sentencesOf } from './locales';
import type { MessageKey, ValuesOf } from './say';

/** Everything that people are told, in one language. Sentences stand in `config/locales/<locale>.yaml`. */
export class Words {
  readonly direction: 'ltr' | 'rtl';
  private readonly formats: Formats;
  private readonly messages = new Map<string, IntlMessageFormat>();

  /** `locale`: BCP 47. Dates and numbers are written as in it; its sentences may be those of its language. */
  constructor(
    readonly locale: string,
    private readonly sentences: ReadonlyMap<string, string>,
  ) {
    this.direction = directionOf(locale);
    this.formats = new Formats(locale);
  }

  /** The sentence of that key. Values stand in it as they are, isolated where the language runs from right to left. */
  say<Key extends MessageKey>(key: Key, ...[values]: ValuesOf<Key>): string {
    return this.message(key).format(values ?? {}) as string;
  }

  /** `10 March 2026`. */
  date(date: IsoDate): string {
    return this.formats.date(date);
  }

  /** `10 March 2026 at 09:00 UTC`: in UTC for readers whose zone nobody knows. */
  instant(at: Instant, zone?: Zone): string {
    return this.formats.instant(at, zone);
  }

  /** `EUR 1,234.50`. */
  money(money: Money): string {
    return this.formats.money(money);
  }

  number(number: number): string {
    return this.formats.number(number);
  }

  /** `80%` for 80. */
  percent(percent: number): string {
    return this.formats.percent(percent);
  }

  /** `A, B and C`. */
  list(items: readonly string[]): string {
    return this.formats.list(items);
  }

  private message(key: MessageKey): IntlMessageFormat {
    const known = this.messages.get(key);
    if (known) return known;
    const sentence = this.sentences.get(key);
    if (sentence === undefined) throw new RangeError(`The locale ${this.locale} has no sentence ${key}.`);
    const read = new IntlMessageFormat(sentence, this.locale, undefined, { ignoreTag: true });
    const made = this.direction === 'ltr' ? read : new IntlMessageFormat(isolating(read.getAst()), this.locale);
    this.messages.set(key, made);
    return made;
  }
}

/** The words of exactly this locale, else of its language, else English. */
export function wordsIn(locale: string, folder = LOCALES): Words {
  const exact = canonical(locale);
  const known = everyWords.get(`${folder} ${exact}`);
  if (known) return known;
  const file = fileFor(exact, folder);
  if (file === undefined) return wordsIn(ENGLISH, folder);
  const words = new Words(exact, sentencesOf(file, folder));
  everyWords.set(`${folder} ${exact}`, words);
  return words;
}

/** Reading a file and making formats take long. */
const everyWords = new Map<string, Words>();
const ENGLISH = 'en';

function fileFor(locale: string, folder: string): string | undefined {
  const files = knownLocales(folder);
  return [locale, new Intl.Locale(locale).language].find((name) => files.includes(name));
}

/** `de-AT` for `de-at`; English for what is no locale. */
function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? ENGLISH;
  } catch {
    return ENGLISH;
  }
}

const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

function directionOf(locale: string): 'ltr' | 'rtl' {
  const { script = '' } = new Intl.Locale(locale).maximize();
  return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}
