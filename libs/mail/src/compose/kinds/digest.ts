import type { Instant } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { becauseOf } from '../because';
import type { Correspondence } from '../correspondence';
import {
  oneStep,
  type SaidFact,
  saidFact,
  type SaidLink,
  saidLink,
  type SaidStep,
  type Wording,
  wordingOf,
} from '../letter';
import { oneLine } from '../writing';
import { daysLeft, headline, type ReminderContent, reminderFacts } from './reminder';
import { reminderStep } from './reminder-step';

/** Several reminders that are due to one person at one time, in one mail. Each line is a reminder of its own. */
export interface DigestContent extends Correspondence {
  readonly kind: 'digest';
  /** At least one. */
  readonly lines: readonly ReminderContent[];
}

/** What the template `digest` says besides. */
export interface Digest {
  readonly template: 'digest';
  readonly lines: readonly {
    readonly headline: string;
    readonly facts: readonly SaidFact[];
    readonly whatToDo: SaidStep;
    readonly because: string;
    /** The reminders of this line's order only. */
    readonly unsubscribe: SaidLink;
  }[];
}

export type DigestWording = Omit<Wording, 'template'> & Digest;

/** The earliest end first. */
export function digest(content: DigestContent, words: Words, now: Instant): DigestWording {
  const lines = [...content.lines].sort((one, other) => daysLeft(one, now) - daysLeft(other, now));
  const [first] = lines;
  if (!first) throw new RangeError('A digest of nothing says nothing.');
  const count = lines.length;
  const products = words.list([...new Set(lines.map(({ license }) => license.product))]);
  return {
    ...wordingOf(content, words, {
      subject: words.say('digest.subject', {
        count,
        sameDay: lines.every(({ expiresOn }) => expiresOn === first.expiresOn) ? 'yes' : 'other',
        days: daysLeft(first, now),
        date: words.date(first.expiresOn),
      }),
      preheader: words.say('digest.preheader', { products }),
      paragraphs: [words.say('digest.opening', { count }), words.say('digest.consequence')],
      because: words.say('digest.because'),
    }),
    template: 'digest',
    unsubscribe: content.list
      ? saidLink({ label: words.say('mail.unsubscribe-all'), url: content.list.unsubscribeUrl }, words)
      : null,
    lines: lines.map((line) => ({
      headline: oneLine(headline(line, words, now)),
      facts: reminderFacts(line, words).map((fact) => saidFact(fact, words)),
      whatToDo: oneStep(reminderStep(line.step, line.vendor, words), words),
      because: oneLine(becauseOf(line.because, words)),
      unsubscribe: saidLink({ label: words.say('mail.unsubscribe'), url: line.list.unsubscribeUrl }, words),
    })),
  };
}
