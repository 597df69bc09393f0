export { isolated } from './isolation';
export { Words, wordsIn } from './words';
export { knownLocales, LOCALES } from './locales';
export type { MessageKey, ValuesOf } from './say';
