import { Refusal } from '../shared/refusal';
import type { IsoDate, Period } from '../shared/words';
import { addDays, addMonths, daysBetween, monthsBetween } from './iso-date';
import { quoted } from './quoted';

const longest: Readonly<Record<string, number>> = { D: 3650, M: 1200, Y: 100 };

/** `P<n>D` with n up to 3650, `P<n>M` up to 1200, `P<n>Y` up to 100. Throws `INVALID_PERIOD`. */
export function period(text: string): Period {
  const [, count, unit = ''] = /^P([1-9]\d{0,3})([DMY])$/.exec(text) ?? [];
  if (!(Number(count) <= (longest[unit] ?? 0))) {
    throw new Refusal(
      'INVALID_PERIOD',
      `${quoted(text)} is no period. Write P1D to P3650D for days, P1M to P1200M for months or P1Y to P100Y for years.`,
    );
  }
  return text as Period;
}

/** The end of that many periods, clamped to the end of the month. Count from the anchor, never from a clamped date. */
export function addPeriods(anchor: IsoDate, length: Period, times: number): IsoDate {
  const { unit, count } = stepOf(length);
  return unit === 'days' ? addDays(anchor, count * times) : addMonths(anchor, count * times);
}

/** By days, or by months of the calendar alone: it takes so many periods, or one more, to reach `to`. */
export function periodsBetween(from: IsoDate, to: IsoDate, length: Period): number {
  const { unit, count } = stepOf(length);
  return Math.floor((unit === 'days' ? daysBetween(from, to) : monthsBetween(from, to)) / count);
}

function stepOf(length: Period): { unit: 'days' | 'months'; count: number } {
  const count = Number(length.slice(1, -1));
  if (length.endsWith('D')) return { unit: 'days', count };
  return { unit: 'months', count: length.endsWith('Y') ? count * 12 : count };
}
