import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@renewals/platform';
import { temporaryDirectory } from '../../../test/support/temporary-directory';
import { knownLocales, LOCALES } from './locales';

const program = join(packageRoot(), 'libs', 'words', 'build', 'build.mjs');

/** What `npm run build` does with these locale files. */
function build(folder: string) {
  const types = join(temporaryDirectory(), 'messages.ts');
  const { status, stderr } = spawnSync(process.execPath, [program, folder, types], { encoding: 'utf8' });
  return { status, stderr, types };
}

function localesWith(change: (german: string) => string): string {
  const folder = join(temporaryDirectory(), 'locales');
  cpSync(LOCALES, folder, { recursive: true });
  const german = join(folder, 'de.yaml');
  const before = readFileSync(german, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(german, after);
  return folder;
}

describe('the locale files', () => {
  it('are whole, and the types of what can be said are made from them', () => {
    const { status, stderr, types } = build(LOCALES);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(readFileSync(types, 'utf8')).toBe(readFileSync(join(__dirname, 'messages.ts'), 'utf8'));
  });

  it('ship in English and German', () => expect(knownLocales()).toEqual(expect.arrayContaining(['de', 'en'])));

  it.each([
    ['lack a sentence', /\n {2}customer: Kunde\n/, '\n', 'de.yaml lacks fact.customer.'],
    [
      'have one of their own',
      /\n {2}customer: Kunde\n/,
      '\n  customer: Kunde\n  more: Mehr\n',
      'de.yaml has fact.more; en.yaml has not.',
    ],
    ['leave out a variable', 'Guten Tag {name},', 'Guten Tag,', 'de.yaml: mail.greeting does not say {name}.'],
    [
      'say another variable',
      'Guten Tag {name},',
      'Guten Tag {name} {title},',
      'de.yaml: mail.greeting says {title} as a string; in English it is no variable at all.',
    ],
    [
      'choose between words that English does not know',
      'customer {Die Lizenz',
      'partner {Die Lizenz',
      'de.yaml: reminder.license.subject says {whose} as a choice of partner, other; in English it is a choice of customer, other.',
    ],
    ['are no ICU message', 'Guten Tag {name},', 'Guten Tag {name,', 'de.yaml: mail.greeting is no ICU message'],
  ])('fail the build when they %s', (_, found, instead, fault) => {
    const { status, stderr } = build(localesWith((german) => german.replace(found, instead)));
    expect(stderr).toContain(fault);
    expect(status).toBe(1);
  });
});
