import { readFileSync } from 'node:fs';
import { BadConfiguration } from './bad-configuration';

/** What is in the file that a setting names. Throws `BadConfiguration`, which names the setting and not the file. */
export function configuredFile(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new BadConfiguration(`The file that ${setting} names cannot be read (${code}).`);
  }
}
