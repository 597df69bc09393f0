import { isoDate } from './iso-date';
import { endsAt, instantAt, localDate, rfc3339, startsAt } from './local-time';
import { zone } from './zone';

const endOf = (expiresOn: string, name: string): string => rfc3339(endsAt(isoDate(expiresOn), zone(name)));
const hourOf = (date: string, hour: number, name: string): string =>
  rfc3339(instantAt(isoDate(date), hour, zone(name)));

describe('the end of a term', () => {
  it.each([
    ['2029-02-28', 'America/Sao_Paulo', '2029-03-01T03:00:00Z', 'a plain midnight'],
    ['2026-03-10', 'UTC', '2026-03-11T00:00:00Z', 'the last day still works'],
    ['2026-03-10', 'Asia/Kolkata', '2026-03-10T18:30:00Z', 'half an hour'],
    ['2026-03-10', 'Pacific/Kiritimati', '2026-03-10T10:00:00Z', 'the first zone of the day'],
    ['2026-03-10', 'Etc/GMT+12', '2026-03-11T12:00:00Z', 'the last zone of the day'],
    ['2026-03-07', 'America/New_York', '2026-03-08T05:00:00Z', 'clocks go forward later that day'],
    ['2026-03-08', 'America/New_York', '2026-03-09T04:00:00Z', 'clocks went forward on the last day'],
    ['2025-11-01', 'America/Havana', '2025-11-02T04:00:00Z', 'the first of two midnights'],
    ['2025-11-02', 'America/Havana', '2025-11-03T05:00:00Z', 'the day after two midnights'],
    ['2018-02-17', 'America/Sao_Paulo', '2018-02-18T03:00:00Z', 'the last hour of the last day comes twice'],
    ['2018-11-03', 'America/Sao_Paulo', '2018-11-04T03:00:00Z', 'no midnight: the day begins at one'],
    ['2022-10-01', 'America/Asuncion', '2022-10-02T04:00:00Z', 'no midnight'],
    ['2021-03-27', 'Asia/Beirut', '2021-03-27T22:00:00Z', 'no midnight'],
    ['2006-10-28', 'America/St_Johns', '2006-10-29T02:30:00Z', 'back at 00:01: the new day shows for a minute first'],
    ['2006-04-01', 'America/St_Johns', '2006-04-02T03:30:00Z', 'forward at 00:01'],
    ['2011-12-29', 'Pacific/Apia', '2011-12-30T10:00:00Z', 'the next day was skipped'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z', 'the day itself was skipped: it ends as it begins'],
    ['1993-08-20', 'Pacific/Kwajalein', '1993-08-21T12:00:00Z', 'the next day was skipped'],
    ['1993-08-21', 'Pacific/Kwajalein', '1993-08-21T12:00:00Z', 'the day itself was skipped'],
    ['9999-12-31', 'UTC', '+010000-01-01T00:00:00Z', 'the last date there is'],
  ])('%s in %s is %s: %s', (expiresOn, name, end) => {
    expect(endOf(expiresOn, name)).toBe(end);
  });

  it('is where the next day begins', () => {
    expect(startsAt(isoDate('2025-11-02'), zone('America/Havana'))).toBe(
      endsAt(isoDate('2025-11-01'), zone('America/Havana')),
    );
  });
});

describe('an hour of a day', () => {
  it.each([
    ['2026-03-10', 9, 'Europe/Berlin', '2026-03-10T08:00:00Z', 'winter'],
    ['2026-07-10', 9, 'Europe/Berlin', '2026-07-10T07:00:00Z', 'summer'],
    ['2026-03-29', 2, 'Europe/Berlin', '2026-03-29T01:00:00Z', 'it does not exist: the first instant after the gap'],
    ['2026-10-25', 2, 'Europe/Berlin', '2026-10-25T00:00:00Z', 'it comes twice: the first'],
    ['2026-10-25', 3, 'Europe/Berlin', '2026-10-25T02:00:00Z', 'after the repeated hour'],
    ['2006-04-02', 1, 'America/St_Johns', '2006-04-02T03:31:00Z', 'in the gap from 00:01 to 01:01'],
    ['2018-02-17', 23, 'America/Sao_Paulo', '2018-02-18T01:00:00Z', 'it comes twice: the first'],
    ['2018-11-04', 0, 'America/Sao_Paulo', '2018-11-04T03:00:00Z', 'midnight does not exist'],
    ['2011-12-30', 9, 'Pacific/Apia', '2011-12-30T10:00:00Z', 'the day is skipped: the next one begins'],
    ['2011-12-31', 9, 'Pacific/Apia', '2011-12-30T19:00:00Z', 'the day after the skipped one'],
  ])('%s %i:00 in %s is %s: %s', (date, hour, name, instant) => {
    expect(hourOf(date, hour, name)).toBe(instant);
  });
});

describe('the local date', () => {
  it('changes at the end of a term and not a moment before', () => {
    const berlin = zone('Europe/Berlin');
    const end = endsAt(isoDate('2026-03-10'), berlin);
    expect(localDate(end - 1, berlin)).toBe('2026-03-10');
    expect(localDate(end, berlin)).toBe('2026-03-11');
  });

  it('jumps over a skipped day', () => {
    const apia = zone('Pacific/Apia');
    const end = endsAt(isoDate('2011-12-29'), apia);
    expect(localDate(end - 1, apia)).toBe('2011-12-29');
    expect(localDate(end, apia)).toBe('2011-12-31');
  });
});

it('an instant is written without milliseconds when it has none', () => {
  expect(rfc3339(0)).toBe('1970-01-01T00:00:00Z');
  expect(rfc3339(1)).toBe('1970-01-01T00:00:00.001Z');
});
