import { offsetsIn } from './reminder-days';

describe('reminder days, as people write them', () => {
  it.each([
    ['90, 30, 7', [90, 30, 7]],
    [' 90 30;7 ', [90, 30, 7]],
    ['0', [0]],
    ['None', []],
  ])('%s', (text, offsets) => expect(offsetsIn(text)).toEqual(offsets));

  it.each(['', ' ', 'soon', '-3', '7.5', '7, none', '10000', '1e3'])('are not “%s”', (text) =>
    expect(() => offsetsIn(text)).toThrow('or none to remind nobody'),
  );
});
