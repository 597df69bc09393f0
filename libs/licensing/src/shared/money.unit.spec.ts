import fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs';
import { add, money, multiply, prorate, total } from './money';

const invalidInput = expect.objectContaining({ code: 'INVALID_INPUT' });

describe('money', () => {
  it('is a whole number of minor units in a currency', () => {
    expect(money(1999, 'EUR')).toEqual({ amountMinor: 1999, currency: 'EUR' });
  });

  it.each([19.99, NaN, Infinity, 2 ** 53])('is never %d minor units', (amount) => {
    expect(() => money(amount, 'EUR')).toThrow(invalidInput);
  });

  it.each(['eur', 'EURO', '€', ''])('has no currency %j', (currency) => {
    expect(() => money(1, currency)).toThrow(invalidInput);
  });

  it('adds up in one currency', () => {
    expect(add(money(150, 'USD'), money(-50, 'USD'))).toEqual(money(100, 'USD'));
    expect(total('USD', [money(1, 'USD'), money(2, 'USD'), money(3, 'USD')])).toEqual(money(6, 'USD'));
    expect(total('USD', [])).toEqual(money(0, 'USD'));
  });

  it('does not add up across currencies', () => {
    expect(() => add(money(1, 'USD'), money(1, 'EUR'))).toThrow(invalidInput);
    expect(() => total('USD', [money(1, 'EUR')])).toThrow(invalidInput);
  });

  it('is multiplied by whole numbers, and never inexactly', () => {
    expect(multiply(money(1999, 'USD'), 3)).toEqual(money(5997, 'USD'));
    expect(multiply(money(1999, 'USD'), -0)).toEqual(money(0, 'USD'));
    expect(() => multiply(money(1999, 'USD'), 0.3)).toThrow(invalidInput);
    expect(() => multiply(money(2 ** 52, 'USD'), 3)).toThrow(invalidInput);
  });
});

describe('proration', () => {
  it.each([
    [36_500, 100, 365, 10_000, 'exactly'],
    [100, 1, 3, 33, 'down'],
    [200, 1, 3, 67, 'up'],
    [5, 1, 2, 2, 'half down to even'],
    [7, 1, 2, 4, 'half up to even'],
    [-5, 1, 2, -2, 'a credit, half to even'],
    [-7, 1, 2, -4, 'a credit, half to even'],
    [-100, 1, 3, -33, 'a credit'],
    [100, 0, 365, 0, 'no day'],
    [100, 730, 365, 200, 'more days than the term has'],
    [9_007_199_254_740_991, 364, 365, 8_982_521_996_508_824, 'beyond the integers of a float'],
  ])('of %d for %d of %d days is %d: %s', (amount, days, ofDays, share) => {
    expect(prorate(money(amount, 'EUR'), days, ofDays)).toEqual(money(share, 'EUR'));
  });

  it('is the even one of the nearest whole amounts', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(400), fc.integer({ min: 400, max: 3650 }), (amount, days, ofDays) => {
        const share = BigInt(prorate(money(amount, 'EUR'), days, ofDays).amountMinor);
        const missed = BigInt(amount) * BigInt(days) - share * BigInt(ofDays);
        const twice = 2n * (missed < 0n ? -missed : missed);
        expect(twice < BigInt(ofDays) || (twice === BigInt(ofDays) && share % 2n === 0n)).toBe(true);
      }),
      propertyRuns(1000, 100_000),
    );
  });
});
