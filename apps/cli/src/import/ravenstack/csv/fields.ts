import { isoDate, type IsoDate, Refusal } from '@renewals/licensing';
import { Fault, quoted, type Reading } from './fault';

export type FieldReader<Value> = (text: string) => Reading<Value>;

const FIRST_DAY = isoDate('1990-01-01');
const LAST_DAY = isoDate('2100-12-31');

export function anyText(text: string): Reading<string> {
  return /\p{Cc}/u.test(text) ? new Fault(`${quoted(text)} has a control character: remove it.`) : text;
}

export function requiredText(text: string): Reading<string> {
  return text.trim() === '' ? new Fault('is empty: fill it in.') : anyText(text);
}

/** A name that can also be part of a mail address. */
export function addressableId(text: string): Reading<string> {
  if (text === '') return new Fault('is empty: fill it in.');
  if (text.length <= 60 && /^[a-z0-9]+([-_.][a-z0-9]+)*$/i.test(text)) return text;
  return new Fault(`${quoted(text)} is no id: use at most 60 letters and digits, with single -, _ or . between them.`);
}

export function flag(text: string): Reading<boolean> {
  if (text === 'True') return true;
  if (text === 'False') return false;
  return new Fault(`${quoted(text)} is neither True nor False.`);
}

export function wholeNumber(from: number, to: number): FieldReader<number> {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to
      ? value
      : new Fault(`${quoted(text)} is not a whole number from ${from} to ${to}.`);
  };
}

export function oneOf<Word extends string>(...words: readonly Word[]): FieldReader<Word> {
  return (text) =>
    words.find((word) => word === text) ?? new Fault(`${quoted(text)} is unknown: use ${words.join(' or ')}.`);
}

const knownDates = new Map<string, IsoDate>();

/** A day from 1990 to 2100: as there are few of them, each is looked at once. */
export function date(text: string): Reading<IsoDate> {
  const known = knownDates.get(text);
  if (known) return known;
  const reading = newDate(text);
  if (!(reading instanceof Fault)) knownDates.set(text, reading);
  return reading;
}

export function dateOrNone(text: string): Reading<IsoDate | undefined> {
  return text === '' ? undefined : date(text);
}

function newDate(text: string): Reading<IsoDate> {
  try {
    const day = isoDate(text);
    return day >= FIRST_DAY && day <= LAST_DAY
      ? day
      : new Fault(`${text} is out of range: use a day from ${FIRST_DAY} to ${LAST_DAY}.`);
  } catch (error) {
    if (error instanceof Refusal) return new Fault(error.message);
    throw error;
  }
}
