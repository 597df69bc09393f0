import { isoDate, type LicenseId, zone } from '@renewals/licensing';
import { wordsIn } from '@renewals/words';
import fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs';
import { readCalendar, theOnly } from '../../../../test/support/read-calendar';
import { calendar, type ExpiryDay } from './calendar';

const english = wordsIn('en');

const day: ExpiryDay = {
  subject: { kind: 'license', id: '78aac69f-5659-5df9-9f6c-90547a891ccb' as LicenseId },
  expiresOn: isoDate('2026-12-31'),
  zone: zone('Europe/Berlin'),
  product: 'Barcode Reader',
  license: 'L-2041',
  order: 'O-17',
  url: 'https://renew.harbour.example/portal/licenses/78aac69f-5659-5df9-9f6c-90547a891ccb',
  from: 'renewals@harbour.example',
  stamp: Date.parse('2026-12-01T08:00:00Z'),
};

const entriesOf = (...days: readonly ExpiryDay[]) => readCalendar(calendar(days, english)).entries;
const entryOf = (one: Partial<ExpiryDay> = {}) => {
  const [entry = []] = entriesOf({ ...day, ...one });
  return (name: string) => theOnly(entry, name).value;
};

describe('the day of an expiry in a calendar', () => {
  it('is a whole day and no longer, also at the end of a year', () => {
    const [entry = []] = entriesOf(day);
    expect(theOnly(entry, 'DTSTART')).toMatchObject({ parameters: ['VALUE=DATE'], value: '20261231' });
    expect(theOnly(entry, 'DTEND')).toMatchObject({ parameters: ['VALUE=DATE'], value: '20270101' });
  });

  it('says what ends, where to do something about it, and leaves its reader free', () => {
    const of = entryOf();
    expect(of('SUMMARY')).toBe('License for Barcode Reader expires');
    expect(of('DESCRIPTION').split('\n')).toEqual([
      'This is its last day, in Europe/Berlin.',
      'License L-2041',
      'Order O-17',
      day.url,
    ]);
    expect(of('URL')).toBe(day.url);
    expect(of('TRANSP')).toBe('TRANSPARENT');
    expect(of('DTSTAMP')).toBe('20261201T080000Z');
    expect(of('SEQUENCE')).toBe('0');
  });

  it('says whose it is to a reseller, and that of maintenance only maintenance ends', () => {
    expect(entryOf({ customer: 'Acme, Inc.' })('SUMMARY')).toBe('License for Barcode Reader of Acme, Inc. expires');
    const subject = { ...day.subject, kind: 'maintenance' } as const;
    expect(entryOf({ subject })('SUMMARY')).toBe('Maintenance for Barcode Reader ends');
  });

  it('is said in the language of its reader', () => {
    const [entry = []] = readCalendar(calendar([day], wordsIn('de'))).entries;
    expect(theOnly(entry, 'SUMMARY').value).toBe('Lizenz für Barcode Reader läuft ab');
  });

  it('is the same entry at any time, and another one for another expiry or subject', () => {
    const uid = (one: Partial<ExpiryDay>) => entryOf(one)('UID');
    expect(uid({ stamp: day.stamp + 86_400_000, product: 'Renamed' })).toBe(uid({}));
    expect(uid({ expiresOn: isoDate('2027-01-01') })).not.toBe(uid({}));
    expect(uid({ subject: { ...day.subject, kind: 'maintenance' } })).not.toBe(uid({}));
  });

  it('has no alarm', () => expect(calendar([day], english).toString()).not.toContain('VALARM'));
});

describe('a calendar', () => {
  it('has an entry for each day, is the same bytes whenever it is made, and may be empty', () => {
    const other = { ...day, expiresOn: isoDate('2027-03-01') };
    expect(entriesOf(day, other)).toHaveLength(2);
    expect(calendar([day, other], english).equals(calendar([day, other], english))).toBe(true);
    const { calendar: own, entries } = readCalendar(calendar([], english));
    expect(entries).toEqual([]);
    expect(theOnly(own, 'METHOD').value).toBe('PUBLISH');
    expect(theOnly(own, 'X-WR-CALNAME').value).toBe('Renewals');
  });

  it('can be read by the rules whatever a product is called', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ unit: 'binary' }),
        (product, customer) => {
          const of = entryOf({ product, customer });
          const said = `License for ${product} of ${customer} expires`.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ');
          expect(of('SUMMARY')).toBe(said);
        },
      ),
      propertyRuns(200, 5000),
    ));
});
