import { isoDate } from './iso-date';
import { period } from './period';
import { firstTermReaching, successorTerm, termAt, type Term } from './term';
import { zone } from './zone';

const utc = zone('UTC');
const term = (anchor: string, length: string, n: number): Term => termAt(isoDate(anchor), period(length), n, utc);
const expiries = (anchor: string, length: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => term(anchor, length, index + 1).expiresOn);

describe('the n-th term of an anchor', () => {
  it('starts on the anchor when it is the first, and lasts no less than the period', () => {
    expect(term('2028-02-29', 'P1Y', 1)).toEqual({
      anchor: '2028-02-29',
      n: 1,
      period: 'P1Y',
      startsOn: '2028-02-29',
      expiresOn: '2029-02-28',
      zone: 'UTC',
    });
  });

  it('starts on the day after the term before', () => {
    expect(term('2028-02-29', 'P1Y', 2)).toMatchObject({ startsOn: '2029-03-01', expiresOn: '2030-02-28' });
  });

  it('counts from the anchor, so that a clamped day comes back', () => {
    expect(expiries('2028-02-29', 'P1Y', 4)).toEqual(['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
    expect(expiries('2027-12-31', 'P1M', 4)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']);
  });

  it('counts days as days', () => {
    expect(expiries('2028-02-01', 'P30D', 2)).toEqual(['2028-03-02', '2028-04-01']);
  });

  it('may expire on the last date there is, and not after it', () => {
    expect(term('2099-12-31', 'P100Y', 79).expiresOn).toBe('9999-12-31');
    expect(() => term('2099-12-31', 'P100Y', 80)).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
  });
});

describe('the first term that reaches a date', () => {
  const reaching = (anchor: string, length: string, date: string): number =>
    firstTermReaching(isoDate(anchor), period(length), utc, isoDate(date)).n;

  it.each([
    ['2024-01-31', 'P1M', '2020-01-01', 1, 'before the anchor'],
    ['2024-01-31', 'P1M', '2024-01-31', 1, 'the anchor'],
    ['2024-01-31', 'P1M', '2024-02-29', 1, 'the clamped last day of the first term'],
    ['2024-01-31', 'P1M', '2024-03-01', 2, 'the day after it'],
    ['2024-01-31', 'P1M', '2024-03-31', 2, 'the last day of the second'],
    ['2024-01-15', 'P1Y', '2026-01-14', 2, 'a month of expiry, before the day'],
    ['2024-01-15', 'P1Y', '2026-01-16', 3, 'a month of expiry, after the day'],
    ['2024-01-01', 'P30D', '2024-01-31', 1, 'day 30'],
    ['2024-01-01', 'P30D', '2024-02-01', 2, 'day 31'],
    ['1990-01-01', 'P1D', '2100-12-31', 40_541, 'a century of days'],
  ])('from %s by %s to %s is term %i: %s', (anchor, length, date, n) => {
    expect(reaching(anchor, length, date)).toBe(n);
  });
});

describe('the term of a successor', () => {
  const old = term('2028-02-29', 'P1Y', 1);

  it('keeps the anchor when it starts on the day after', () => {
    expect(successorTerm(old, isoDate('2029-03-01'))).toEqual(term('2028-02-29', 'P1Y', 2));
  });

  it('does not drift through years of renewals', () => {
    let current = old;
    for (let year = 0; year < 3; year += 1) {
      current = successorTerm(current, term('2028-02-29', 'P1Y', current.n + 1).startsOn);
    }
    expect(current).toMatchObject({ anchor: '2028-02-29', n: 4, expiresOn: '2032-02-29' });
  });

  it.each([
    ['2029-03-02', 'a late invoice'],
    ['2029-06-15', 'a late renewal from now'],
  ])('starts an anchor of its own on %s: %s', (startsOn) => {
    expect(successorTerm(old, isoDate(startsOn))).toEqual(term(startsOn, 'P1Y', 1));
  });

  it('counts from the target date of an alignment, and starts on the day after it', () => {
    const aligned: Term = { ...old, anchor: isoDate('2028-12-31'), n: 0, expiresOn: isoDate('2028-12-31') };
    expect(successorTerm(aligned, isoDate('2029-01-01'))).toMatchObject({
      anchor: '2028-12-31',
      n: 1,
      startsOn: '2029-01-01',
      expiresOn: '2029-12-31',
    });
  });
});
