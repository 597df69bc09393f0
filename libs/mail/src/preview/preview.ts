import { type Instant, Refusal } from '@renewals/licensing';
import { knownLocales, wordsIn } from '@renewals/words';
import { composeMail } from '../compose/compose-mail';
import type { Letter } from '../compose/letter';
import { letterOf } from '../compose/letter-of';
import type { MailContent } from '../compose/mail-content';
import { EXAMPLE_TIME } from './correspondence';
import { examples } from './examples';
import { laidOver } from './variables';

/** What somebody wants to see. */
export interface PreviewRequest {
  /** A kind of mail, one of `previewed`. */
  readonly template: string;
  /** BCP 47. */
  readonly locale: string;
  /** JSON, laid over the example of that kind. */
  readonly variables?: unknown;
  /** When it would be written. */
  readonly now?: Instant;
}

export interface Preview extends Letter {
  /** RFC 5322. */
  readonly raw: Buffer;
}

/** What can be seen, in alphabetical order. */
export const previewed = Object.keys(examples).sort() as MailContent['kind'][];

/** A mail that nobody gets. Throws `INVALID_INPUT` for an unknown kind or locale, and for variables that it cannot say. */
export function previewOf({ template, locale, variables = {}, now = EXAMPLE_TIME }: PreviewRequest): Preview {
  const kind = previewed.find((one) => one === template);
  if (!kind) throw refused(`There is no mail ${JSON.stringify(template)}. There are ${previewed.join(', ')}.`);
  const example = { ...examples[kind], locale: knownLocale(locale) };
  const content = { ...laidOver(example, variables), kind } as MailContent;
  try {
    const raw = composeMail('<preview@example.invalid>', 'support', content, now).raw;
    return { ...letterOf(content, now), raw };
  } catch (error) {
    throw refused(`With these variables no mail can be written. ${(error as Error).message}`);
  }
}

function knownLocale(locale: string): string {
  const words = wordsIn(locale);
  if (words.locale.toLowerCase() === locale.toLowerCase()) return words.locale;
  throw refused(`There is no locale ${JSON.stringify(locale)}. There are ${knownLocales().join(', ')}.`);
}

function refused(sentence: string): Refusal {
  return new Refusal('INVALID_INPUT', sentence);
}
