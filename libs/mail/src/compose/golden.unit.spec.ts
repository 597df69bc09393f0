import { join } from 'node:path';
import { knownLocales } from '@renewals/words';
import { expectApprovedPage } from '../../../../test/support/approved-page';
import { EXAMPLE_TIME } from '../preview/correspondence';
import { examples } from '../preview/examples';
import { letterOf } from './letter-of';
import type { MailContent } from './mail-content';

const DAY = 86_400_000;
/** The same words in another dress: a letter, a table of lines, and several letters in one. */
const ofEachTemplate = ['reminder', 'confirmation', 'digest'] as const;
const kinds = Object.values(examples).map((content) => [content.kind, content] as const);

describe.each(knownLocales())('in %s', (locale) => {
  const golden = (file: string) => join(__dirname, 'golden', locale, file);
  const letter = (content: MailContent, now = EXAMPLE_TIME) => letterOf({ ...content, locale }, now);

  it.each(kinds)('%s says what somebody has read and approved', (kind, content) => {
    const { subject, text } = letter(content);
    expectApprovedPage(golden(`${kind}.txt`), `${subject}\n\n${text}`);
  });

  it.each(ofEachTemplate)('%s looks as somebody has seen and approved', (kind) => {
    expectApprovedPage(golden(`${kind}.html`), letter(examples[kind]).html);
  });

  it.each(['license', 'maintenance'] as const)('a reminder of a %s grows more urgent as its last day comes', (ends) => {
    const { customer: _own, ...content } = { ...examples.reminder, ends };
    const openings = [60, 30, 7, 1, 0].map((days) => {
      const { subject, text } = letter(content, EXAMPLE_TIME + (60 - days) * DAY);
      return `${days}: ${subject}\n${text.split('\n\n')[1]}\n`;
    });
    expectApprovedPage(golden(`reminders-of-${ends}.txt`), openings.join('\n'));
  });
});
