import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isolated, LOCALES, wordsIn } from '@renewals/words';
import { parse, stringify } from 'yaml';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { EXAMPLE_TIME } from '../preview/correspondence';
import { examples } from '../preview/examples';
import { letterOf } from './letter-of';

type Sentences = Record<string, Record<string, unknown>>;

/** What a translator adds: one file. What is not in Hebrew here is in English. */
function withHebrew(): string {
  const folder = join(temporaryDirectory(), 'locales');
  mkdirSync(folder);
  const source = readFileSync(join(LOCALES, 'en.yaml'), 'utf8');
  writeFileSync(join(folder, 'en.yaml'), source);
  const sentences = parse(source) as Sentences;
  const license = (sentences['reminder'] as Sentences)['license'] as Record<string, unknown>;
  license['subject'] =
    'הרישיון {whose, select, customer {של הלקוח שלך } other {שלך }}ל-{product} פג בעוד {days, plural, =1 {יום} =2 {יומיים} other {# ימים}}, ב-{date}';
  (sentences['mail'] as Record<string, unknown>)['greeting'] = 'שלום {name},';
  (sentences['fact'] as Record<string, unknown>)['license'] = 'רישיון';
  writeFileSync(join(folder, 'he.yaml'), stringify(sentences));
  return folder;
}

describe('a mail in a language that runs from right to left', () => {
  const { subject, text, html } = letterOf(examples.reminder, EXAMPLE_TIME, wordsIn('he', withHebrew()));

  it('is in the words of the one file that was added', () => {
    expect(subject).toBe(
      `הרישיון של הלקוח שלך ל-${isolated('Barcode Reader')} פג בעוד 60 ימים, ב-${isolated('10 במרץ 2026')}`,
    );
    expect(text).toContain(`שלום ${isolated('Anna Ångström')},`);
  });

  it('runs from right to left as a whole', () => {
    expect(html).toMatch(/<html lang="he" dir="rtl"/);
    expect(html).toMatch(/role="article" lang="he" dir="rtl"/);
    expect(html).not.toContain('direction:ltr');
    expect(html).toContain('text-align:right');
    expect(html).not.toMatch(/<(td|th)[^>]* align="left"/);
  });

  it('keeps ids, addresses and amounts in their own direction', () => {
    expect(html).toContain(`<bdi>${examples.reminder.license.externalId}</bdi>`);
    expect(html).toContain(`<bdi>${examples.reminder.orderId}</bdi>`);
    expect(text).toContain(`${isolated('רישיון')}: ${isolated('S-1001')}`);
  });

  it('has nothing next to the addresses of its links that a program could take for a part of them', () => {
    for (const [address] of text.matchAll(/https:.*/g)) expect(address).toMatch(/^[\x21-\x7e]+$/);
    expect(text.match(/^https:/gm)).toHaveLength(2);
  });
});
