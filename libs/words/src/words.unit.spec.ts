import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoDate, Zone } from '@renewals/licensing';
import { temporaryDirectory } from '../../../test/support/temporary-directory';
import { isolated } from './isolation';
import { wordsIn } from './words';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what people are told', () => {
  it.each([
    [0, 'läuft heute ab'],
    [1, 'läuft morgen ab'],
    [2, 'läuft in 2 Tagen ab, am 10. März 2026'],
  ])('is a sentence of their language, with its plurals: %i days', (days, ending) => {
    const sentence = wordsIn('de').say('reminder.license.subject', {
      whose: 'other',
      product: 'Reader {days}',
      days,
      date: wordsIn('de').date('2026-03-10' as IsoDate),
    });
    expect(sentence).toBe(`Ihre Lizenz für Reader {days} ${ending}`);
  });

  it('keeps what customers are called as it is', () => {
    const name = `<b>{name}</b> '{' # \\`;
    expect(wordsIn('en').say('mail.greeting', { name })).toBe(`Hello ${name},`);
  });

  it.each([
    ['en', '10 March 2026', '10 March 2026 at 09:30 CET', 'EUR 1,234.50', 'JPY 1,234', '1,250', '80%', 'A, B and C'],
    [
      'en-US',
      'March 10, 2026',
      'March 10, 2026 at 09:30 AM GMT+1',
      'EUR 1,234.50',
      'JPY 1,234',
      '1,250',
      '80%',
      'A, B, and C',
    ],
    ['de', '10. März 2026', '10. März 2026 um 09:30 MEZ', '1.234,50 EUR', '1.234 JPY', '1.250', '80 %', 'A, B und C'],
  ])(
    'in %s dates, numbers and money are written as there',
    (locale, date, instant, euros, yen, number, percent, list) => {
      const words = wordsIn(locale);
      expect(words.date('2026-03-10' as IsoDate)).toBe(date);
      expect(words.instant(Date.parse('2026-03-10T08:30:00Z'), 'Europe/Berlin' as Zone)).toBe(instant);
      expect(plain(words.money({ amountMinor: 123_450, currency: 'EUR' }))).toBe(euros);
      expect(plain(words.money({ amountMinor: 1_234, currency: 'JPY' }))).toBe(yen);
      expect(words.number(1250)).toBe(number);
      expect(plain(words.percent(80))).toBe(percent);
      expect(words.list(['A', 'B', 'C'])).toBe(list);
    },
  );

  it('names the zone where a reader has none', () =>
    expect(wordsIn('en').instant(Date.parse('2026-03-10T08:30:00Z'))).toBe('10 March 2026 at 08:30 UTC'));

  it.each([
    ['de', 'de', 'Kunde'],
    ['de-at', 'de-AT', 'Kunde'],
    ['fr-CA', 'en', 'Customer'],
    ['not a locale', 'en', 'Customer'],
  ])('in %s it is in the words of %s', (asked, locale, customer) => {
    expect(wordsIn(asked).locale).toBe(locale);
    expect(wordsIn(asked).say('fact.customer')).toBe(customer);
  });
});

describe('a language of its own file', () => {
  const folder = join(temporaryDirectory(), 'locales');
  mkdirSync(folder);
  const write = (file: string, greeting: string) =>
    writeFileSync(join(folder, file), `mail:\n  greeting: '${greeting}'\n`);
  write('en.yaml', 'Hello {name},');
  write('he.yaml', 'שלום {name},');
  write('pt.yaml', 'Olá {name},');
  write('pt-BR.yaml', 'Oi {name},');

  it('is one file: the exact locale goes before its language', () => {
    expect(wordsIn('pt-BR', folder).say('mail.greeting', { name: 'Ana' })).toBe('Oi Ana,');
    expect(wordsIn('pt-PT', folder).say('mail.greeting', { name: 'Ana' })).toBe('Olá Ana,');
  });

  it('that runs from right to left keeps names and ids in their own direction', () => {
    const hebrew = wordsIn('he', folder);
    expect(hebrew.direction).toBe('rtl');
    expect(hebrew.say('mail.greeting', { name: 'Acme (25)' })).toBe(`שלום ${isolated('Acme (25)')},`);
    expect(wordsIn('en', folder).direction).toBe('ltr');
  });

  it('that lacks a sentence is a fault, never a blank', () =>
    expect(() => wordsIn('pt', folder).say('fact.customer')).toThrow('The locale pt has no sentence fact.customer.'));
});
