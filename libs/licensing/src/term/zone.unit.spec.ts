import { zone } from './zone';

describe('a zone', () => {
  it.each([...Intl.supportedValuesOf('timeZone'), 'Asia/Kolkata', 'Asia/Calcutta', 'UTC', 'Etc/GMT+3', 'EST5EDT'])(
    '%s is one that the runtime knows',
    (name) => {
      expect(zone(name)).toBe(name);
    },
  );

  it('is kept as given, whatever its case', () => {
    expect(zone('europe/BERLIN')).toBe('europe/BERLIN');
  });

  it.each([
    ['UTC+3', 'an offset'],
    ['GMT+3', 'an offset'],
    ['+03:00', 'an offset'],
    ['-0300', 'an offset'],
    ['Z', 'an offset'],
    ['Europe/Atlantis', 'nowhere'],
    ['local', "nobody else's"],
    ['system', "nobody else's"],
    [' UTC', 'with a blank'],
    ['Asia/Kol\u212Aata', 'a Kelvin sign for a k'],
    ['Asia/\u212Aolkata', 'a Kelvin sign for a K'],
    ['', 'nothing'],
  ])('%j is refused: %s', (name) => {
    zone('Asia/Kolkata');
    expect(() => zone(name)).toThrow(expect.objectContaining({ code: 'INVALID_ZONE' }));
  });

  it('is named in its refusal with the way out', () => {
    expect(() => zone('UTC+3')).toThrow(
      '"UTC+3" is no time zone. Write an IANA name such as Europe/Berlin or UTC, not an offset.',
    );
  });
});
