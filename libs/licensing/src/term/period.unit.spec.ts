import { period } from './period';

describe('a period', () => {
  it.each(['P1D', 'P30D', 'P3650D', 'P1M', 'P1200M', 'P1Y', 'P100Y'])('%s is one', (text) => {
    expect(period(text)).toBe(text);
  });

  it.each([
    ['P0D', 'nothing long'],
    ['P3651D', 'too long'],
    ['P1201M', 'too long'],
    ['P101Y', 'too long'],
    ['P99999D', 'far too long'],
    ['P01Y', 'with a leading zero'],
    ['P-1Y', 'backwards'],
    ['P1.5Y', 'broken'],
    ['P1Y6M', 'mixed'],
    ['P1W', 'in weeks'],
    ['PT1H', 'in hours'],
    ['p1y', 'in small letters'],
    ['1Y', 'without P'],
    ['PY', 'without a number'],
    ['P1Y\n', 'with a line break'],
    ['', 'nothing'],
  ])('%j is refused: %s', (text) => {
    expect(() => period(text)).toThrow(expect.objectContaining({ code: 'INVALID_PERIOD' }));
  });

  it('is named in its refusal with the way out', () => {
    expect(() => period('P1W')).toThrow(
      '"P1W" is no period. Write P1D to P3650D for days, P1M to P1200M for months or P1Y to P100Y for years.',
    );
  });
});
