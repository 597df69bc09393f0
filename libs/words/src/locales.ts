import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@renewals/platform';
import { parse } from 'yaml';

/** One file a locale: `de.yaml`, `pt-BR.yaml`. */
export const LOCALES = join(packageRoot(), 'config', 'locales');

const SUFFIX = '.yaml';

interface Nested {
  readonly [key: string]: string | Nested;
}

/** The locales that have a file, in alphabetical order. */
export function knownLocales(folder = LOCALES): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
}

/** The sentences of a locale by their whole key: `reminder.subject`. */
export function sentencesOf(locale: string, folder = LOCALES): ReadonlyMap<string, string> {
  return new Map(flat(parse(readFileSync(join(folder, `${locale}${SUFFIX}`), 'utf8')) as Nested));
}

function flat(nested: Nested, before = ''): [string, string][] {
  return Object.entries(nested).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`),
  );
}
