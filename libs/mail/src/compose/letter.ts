import type { Words } from '@renewals/words';
import type { Correspondence } from './correspondence';
import { oneLine } from './writing';

/** What a mail says, ready to be sent. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A sentence that is true for the reader now, and where to do it. */
export interface WhatToDo {
  readonly sentence: string;
  readonly link?: Link;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What a kind of mail says, in the reader's language. Texts as they are: what the template gets is on one line. */
export interface Said {
  readonly subject: string;
  /** Stands behind the subject in a list of mails, and nowhere in the mail. */
  readonly preheader: string;
  /** The first says what it is about, and stands out. */
  readonly paragraphs: readonly [string, ...string[]];
  readonly facts?: readonly Fact[];
  readonly whatToDo?: WhatToDo;
  /** Why the reader gets it. */
  readonly because: string;
}

/** What every template says; `receipt` and `digest` say more. Nothing is left out: what is not there is null. */
export interface Wording {
  readonly template: 'letter' | 'receipt' | 'digest';
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Where lines begin. */
  readonly start: 'left' | 'right';
  readonly end: 'left' | 'right';
  readonly subject: string;
  readonly preheader: string;
  readonly greeting: string;
  readonly opening: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly SaidFact[];
  readonly whatToDo: SaidStep | null;
  readonly questions: readonly SaidFact[];
  readonly vendor: string;
  readonly because: string;
  /** Where the reader leaves the list. */
  readonly unsubscribe: SaidLink | null;
}

/** `line`: both, as a text has it. */
export interface SaidFact extends Fact {
  readonly line: string;
}

export interface SaidLink extends Link {
  readonly line: string;
}

export interface SaidStep {
  readonly sentence: string;
  readonly link: SaidLink | null;
}

/** The wording that all kinds have in common. */
export function wordingOf(
  content: Correspondence,
  words: Words,
  said: Said,
): Wording & { readonly template: 'letter' } {
  const { to, vendor, list } = content;
  const [opening, ...paragraphs] = said.paragraphs;
  const isLeftToRight = words.direction === 'ltr';
  return {
    template: 'letter',
    locale: words.locale,
    direction: words.direction,
    start: isLeftToRight ? 'left' : 'right',
    end: isLeftToRight ? 'right' : 'left',
    subject: oneLine(said.subject),
    preheader: oneLine(said.preheader),
    greeting: oneLine(
      to.name === undefined ? words.say('mail.greeting-without-name') : words.say('mail.greeting', { name: to.name }),
    ),
    opening: oneLine(opening),
    paragraphs: paragraphs.map(oneLine),
    facts: (said.facts ?? []).map((fact) => saidFact(fact, words)),
    whatToDo: said.whatToDo ? oneStep(said.whatToDo, words) : null,
    questions: [
      { label: words.say('mail.questions.license'), value: vendor.supportEmail },
      { label: words.say('mail.questions.renewal'), value: vendor.salesEmail },
    ].map((fact) => saidFact(fact, words)),
    vendor: oneLine(vendor.name),
    because: oneLine(said.because),
    unsubscribe: list ? saidLink({ label: words.say('mail.unsubscribe'), url: list.unsubscribeUrl }, words) : null,
  };
}

export function saidFact({ label, value }: Fact, words: Words): SaidFact {
  const fact = { label: oneLine(label), value: oneLine(value) };
  return { ...fact, line: words.say('mail.labelled', fact) };
}

export function oneStep({ sentence, link }: WhatToDo, words: Words): SaidStep {
  return { sentence: oneLine(sentence), link: link ? saidLink(link, words) : null };
}

/** No marks of direction stand next to an address: programs that find it in a text would take them for a part of it. */
export function saidLink({ label, url }: Link, words: Words): SaidLink {
  const link = { label: oneLine(label), url: oneLine(url) };
  return {
    ...link,
    line:
      words.direction === 'ltr'
        ? words.say('mail.labelled', { label: link.label, value: link.url })
        : `${link.label}\n${link.url}`,
  };
}
