// Writes the types of everything that can be said, and fails when a translation is not whole.
// `node libs/words/build/build.mjs [folder of locales] [file of types]`
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differences, localesIn, variablesIn } from './locales.mjs';

const root = join(import.meta.dirname, '../../..');
const [folder = join(root, 'config/locales'), types = join(root, 'libs/words/src/messages.ts')] = process.argv.slice(2);

const faults = [];
const english = variablesIn(folder, 'en', faults);
for (const locale of localesIn(folder)) {
  if (locale !== 'en') faults.push(...differences(locale, english, variablesIn(folder, locale, faults)));
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
} else {
  writeFileSync(types, typesOf(english));
}

function typesOf(messages) {
  const lines = [...messages].sort(([one], [other]) => (one < other ? -1 : 1)).map(line);
  return `// Written by libs/words/build from config/locales/en.yaml, where it is changed.

/** Each message, with its variables. */
// prettier-ignore
export interface Messages {
${lines.join('\n')}
}
`;
}

function line([key, variables]) {
  const fields = Object.entries(variables).map(([name, kind]) => `${name}: ${typeOf(kind)}`);
  return `  '${key}': ${fields.length > 0 ? `{ ${fields.join('; ')} }` : 'Record<never, never>'};`;
}

function typeOf(kind) {
  return Array.isArray(kind) ? kind.map((choice) => `'${choice}'`).join(' | ') : kind;
}
