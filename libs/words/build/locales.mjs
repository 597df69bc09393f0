// Reads locale files and tells what a translation lacks.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { parse } from 'yaml';

const ARGUMENT = 1;
const NUMBER = 2;

/** Each key of the locale with the variables of its message. Adds to `faults` what is no message. */
export function variablesIn(folder, locale, faults) {
  const found = new Map();
  for (const [key, message] of flat(parse(readFileSync(join(folder, `${locale}.yaml`), 'utf8')))) {
    try {
      found.set(key, variablesOf(message, locale));
    } catch (error) {
      faults.push(`${locale}.yaml: ${key} is no ICU message: ${error.message}`);
    }
  }
  return found;
}

export function localesIn(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length));
}

/** One sentence a key that is missing, of another language's own, or says other variables than English does. */
export function differences(locale, english, translated) {
  return [
    ...[...english.keys()].filter((key) => !translated.has(key)).map((key) => `${locale}.yaml lacks ${key}.`),
    ...[...translated.keys()]
      .filter((key) => !english.has(key))
      .map((key) => `${locale}.yaml has ${key}; en.yaml has not.`),
    ...[...translated].flatMap(([key, variables]) =>
      english.has(key) ? otherVariables(`${locale}.yaml: ${key}`, english.get(key), variables) : [],
    ),
  ];
}

function otherVariables(where, english, translated) {
  return [
    ...Object.keys(english)
      .filter((name) => !(name in translated))
      .map((name) => `${where} does not say {${name}}.`),
    ...Object.entries(translated)
      .filter(([name, kind]) => !fits(kind, english[name]))
      .map(([name, kind]) => `${where} says {${name}} as ${said(kind)}; in English it is ${said(english[name])}.`),
  ];
}

/** A translation may choose between fewer words than English. */
function fits(kind, english) {
  if (kind === 'string' && english !== undefined) return !Array.isArray(english) || english.length > 0;
  if (Array.isArray(kind)) return Array.isArray(english) && kind.every((choice) => english.includes(choice));
  return kind === english;
}

function said(kind) {
  if (kind === undefined) return 'no variable at all';
  return Array.isArray(kind) ? `a choice of ${kind.join(', ')}` : `a ${kind}`;
}

function flat(nested, before = '') {
  return Object.entries(nested ?? {}).flatMap(([key, value]) =>
    typeof value === 'object' ? flat(value, `${before}${key}.`) : [[before + key, String(value)]],
  );
}

function variablesOf(message, locale) {
  const variables = {};
  collect(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst(), variables);
  return variables;
}

function collect(elements, variables) {
  for (const { type, value, options, pluralType } of elements) {
    if (type === ARGUMENT) variables[value] ??= 'string';
    if (type === NUMBER || pluralType) variables[value] = 'number';
    else if (options) variables[value] = [...new Set([...(variables[value] ?? []), ...Object.keys(options)])];
    for (const option of Object.values(options ?? {})) collect(option.value, variables);
  }
}
