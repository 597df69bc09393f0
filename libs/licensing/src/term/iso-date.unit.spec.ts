import { DateTime } from 'luxon';
import fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs';
import { addDays, addMonths, daysBetween, isoDate, monthsBetween } from './iso-date';

describe('a date', () => {
  it.each(['2028-02-29', '1990-01-01', '0001-01-01', '9999-12-31'])('%s is a day of the calendar', (text) => {
    expect(isoDate(text)).toBe(text);
  });

  it.each([
    ['2027-02-29', 'no leap year'],
    ['2100-02-29', 'no leap year either'],
    ['2028-04-31', 'a day too many'],
    ['2028-13-01', 'a month too many'],
    ['2028-00-10', 'no month'],
    ['2028-1-1', 'without zeros'],
    ['20280101', 'without dashes'],
    ['2028-01-01T00:00:00Z', 'with a time'],
    [' 2028-01-01', 'with a blank'],
    ['2028-01-01\n', 'with a line break'],
    ['+012028-01-01', 'past 9999'],
    ['٢٠٢٨-٠١-٠١', 'other digits'],
    ['', 'nothing'],
  ])('%j is refused: %s', (text) => {
    expect(() => isoDate(text)).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
  });

  it('is named in its refusal, however long it is, with the way out', () => {
    expect(() => isoDate('2027-02-29')).toThrow('"2027-02-29" is no date. Write a day of the calendar as YYYY-MM-DD.');
    expect(() => isoDate('9'.repeat(1_000_000))).toThrow(/^.{1,200}$/);
  });

  it('moves by days across leap days and years', () => {
    expect(addDays(isoDate('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(isoDate('2028-03-01'), -1)).toBe('2028-02-29');
    expect(addDays(isoDate('2027-12-31'), 1)).toBe('2028-01-01');
    expect(addDays(isoDate('0099-12-31'), 1)).toBe('0100-01-01');
  });

  it('moves by months to the end of a shorter one', () => {
    expect(addMonths(isoDate('2028-01-31'), 1)).toBe('2028-02-29');
    expect(addMonths(isoDate('2028-01-31'), 13)).toBe('2029-02-28');
    expect(addMonths(isoDate('2028-12-31'), 2)).toBe('2029-02-28');
    expect(addMonths(isoDate('2028-10-31'), 2)).toBe('2028-12-31');
  });

  it('does not leave the four-digit years', () => {
    const refused = expect.objectContaining({ code: 'INVALID_DATE' });
    expect(() => addDays(isoDate('9999-12-31'), 1)).toThrow(refused);
    expect(() => addMonths(isoDate('9999-12-01'), 1)).toThrow(refused);
    expect(() => addMonths(isoDate('2028-01-01'), 1e9)).toThrow(refused);
    expect(() => addDays(isoDate('0000-01-01'), -1)).toThrow(refused);
  });

  it('agrees with luxon', () => {
    const day = fc.integer({ min: 0, max: 150_000 }).map((days) => addDays(isoDate('1700-01-01'), days));
    fc.assert(
      fc.property(day, day, fc.integer({ min: -1200, max: 1200 }), (one, other, distance) => {
        const [luxonOne, luxonOther] = [one, other].map((date) => DateTime.fromISO(date, { zone: 'utc' }));
        expect(addDays(one, distance)).toBe(luxonOne!.plus({ days: distance }).toISODate());
        expect(addMonths(one, distance)).toBe(luxonOne!.plus({ months: distance }).toISODate());
        expect(daysBetween(one, other)).toBe(luxonOther!.diff(luxonOne!, 'days').days);
        expect(monthsBetween(one, other)).toBe(
          luxonOther!.startOf('month').diff(luxonOne!.startOf('month'), 'months').months,
        );
      }),
      propertyRuns(1000, 30_000),
    );
  });
});
