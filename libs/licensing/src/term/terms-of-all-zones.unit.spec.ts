import fc from 'fast-check';
import { DateTime } from 'luxon';
import { propertyRuns } from '../../../../test/support/property-runs';
import type { IsoDate, Zone } from '../shared/words';
import { addDays, daysBetween, isoDate } from './iso-date';
import { endsAt, localDate, startsAt } from './local-time';
import { period } from './period';
import { firstTermReaching, termAt } from './term';
import { zone } from './zone';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const zones = [...Intl.supportedValuesOf('timeZone'), 'Asia/Kolkata', 'UTC'].map(zone);
const firstAnchor = isoDate('1990-01-01');
const anchorDays = daysBetween(firstAnchor, isoDate('2100-12-31'));

const anyZone = fc.constantFrom(...zones);
const anyAnchor = fc.integer({ min: 0, max: anchorDays }).map((days) => addDays(firstAnchor, days));
const anyPeriod = fc
  .oneof(
    fc.integer({ min: 1, max: 3650 }).map((days) => `P${days}D`),
    fc.integer({ min: 1, max: 1200 }).map((months) => `P${months}M`),
    fc.integer({ min: 1, max: 100 }).map((years) => `P${years}Y`),
    fc.constantFrom('P1D', 'P1M', 'P1Y'),
  )
  .map(period);

describe('the terms of any anchor, period and zone', () => {
  it('neither overlap nor leave a gap, and each ends after the one before unless its days were skipped', () => {
    fc.assert(
      fc.property(anyAnchor, anyPeriod, anyZone, fc.integer({ min: 1, max: 60 }), (anchor, length, where, n) => {
        const one = termAt(anchor, length, n, where);
        const next = termAt(anchor, length, n + 1, where);
        const end = endsAt(one.expiresOn, where);
        expect(next.startsOn).toBe(addDays(one.expiresOn, 1));
        expect(startsAt(next.startsOn, where)).toBe(end);
        expect(localDate(end - 1, where) <= one.expiresOn).toBe(true);
        expect(localDate(end, where) > one.expiresOn).toBe(true);
        const skipped = localDate(end, where) > next.expiresOn;
        expect(Math.sign(endsAt(next.expiresOn, where) - end)).toBe(skipped ? 0 : 1);
      }),
      {
        ...propertyRuns(2000, 60_000),
        examples: [
          [isoDate('2011-12-28'), period('P1D'), zone('Pacific/Apia'), 1],
          [isoDate('1993-08-19'), period('P1D'), zone('Pacific/Kwajalein'), 1],
        ],
      },
    );
  });

  it('count from the anchor and never drift', () => {
    fc.assert(
      fc.property(anyAnchor, anyPeriod, fc.integer({ min: 1, max: 60 }), (anchor, length, n) => {
        const unit = ({ D: 'days', M: 'months', Y: 'years' } as const)[length.slice(-1) as 'D' | 'M' | 'Y'];
        const expected = DateTime.fromISO(anchor, { zone: 'utc' }).plus({ [unit]: Number(length.slice(1, -1)) * n });
        expect(termAt(anchor, length, n, zone('UTC')).expiresOn).toBe(expected.toISODate());
      }),
      propertyRuns(1000, 30_000),
    );
  });

  it('are reached first by the one whose predecessor expires before the date', () => {
    fc.assert(
      fc.property(anyAnchor, anyPeriod, anyAnchor, anyZone, (anchor, length, date, where) => {
        const reached = firstTermReaching(anchor, length, where, date);
        expect(reached).toEqual(termAt(anchor, length, reached.n, where));
        expect(reached.expiresOn >= date).toBe(true);
        expect(reached.n === 1 || termAt(anchor, length, reached.n - 1, where).expiresOn < date).toBe(true);
      }),
      propertyRuns(1000, 30_000),
    );
  });
});

/** `Intl` alone, minute by minute: slow, and with nothing in common with the code. */
describe('the end of a term, watched on the clock of its zone', () => {
  it.each([
    ['Pacific/Apia', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30'],
    ['Pacific/Kwajalein', '1993-08-20'],
    ['America/St_Johns', '2006-10-28'],
    ['America/Havana', '2025-11-01'],
    ['America/Scoresbysund', '2024-03-30'],
    ['Antarctica/Casey', '2023-03-08'],
    ['Australia/Lord_Howe', '2026-04-04'],
  ])('is the earliest minute of a later date: %s, %s', (name, expiresOn) => {
    expect(endsAt(isoDate(expiresOn), zone(name))).toBe(watchedEnd(isoDate(expiresOn), zone(name)));
  });

  it('is the earliest minute of a later date, around each change of the clocks in a year', () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: 1990, max: 2040 }), (where, year) => {
        for (const day of [isoDate(`${year}-07-01`), ...daysOfChange(year, where)]) {
          for (const expiresOn of [addDays(day, -2), addDays(day, -1), day]) {
            expect([where, expiresOn, endsAt(expiresOn, where)]).toEqual([
              where,
              expiresOn,
              watchedEnd(expiresOn, where),
            ]);
          }
        }
      }),
      propertyRuns(40, 1500),
    );
  });
});

function watchedEnd(expiresOn: IsoDate, where: Zone): number {
  const clock = clockOf(where);
  const midday = Date.parse(`${expiresOn}T12:00:00Z`);
  for (let minute = midday - 24 * HOUR; ; minute += MINUTE) {
    if (clock.format(minute).slice(0, 10) > expiresOn) return minute;
  }
}

/** The days between whose middles and the next ones' the clocks change. */
function daysOfChange(year: number, where: Zone): IsoDate[] {
  const clock = clockOf(where);
  const hourAtMidday = (day: IsoDate): string => clock.format(Date.parse(`${day}T12:00:00Z`)).slice(10);
  return Array.from({ length: 365 }, (_, index) => addDays(isoDate(`${year}-01-01`), index)).filter(
    (day) => hourAtMidday(day) !== hourAtMidday(addDays(day, 1)),
  );
}

/** Formats as `2028-02-29, 13:00`. */
function clockOf(where: Zone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: where,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}
