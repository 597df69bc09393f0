import { endsAt, isoDate, period, startsAt, termAt, zone } from '@renewals/licensing';
import { type LicenseStatus, licenseStatuses, statusOf } from './license-status';
import type { LicenseRow } from './license-table';

const berlin = zone('Europe/Berlin');
const { startsOn, expiresOn } = termAt(isoDate('2025-03-10'), period('P1Y'), 1, berlin);
const begins = startsAt(startsOn, berlin);
const ends = endsAt(expiresOn, berlin);

const running: Partial<LicenseRow> = { kind: 'annual', startsAt: begins, endsAt: ends };
const at = (row: Partial<LicenseRow>, now: number): LicenseStatus => {
  const nothing = { terminatedOn: null, startsAt: null, endsAt: null, successor: null, convertedTo: null };
  return statusOf({ ...nothing, ...row } as LicenseRow, now);
};

describe('the status of a license follows the clock', () => {
  it.each<[string, Partial<LicenseRow>, number, LicenseStatus]>([
    ['not activated', {}, begins, 'issued'],
    ['a moment before its first day', running, begins - 1, 'upcoming'],
    ['on its first day', running, begins, 'active'],
    ['on the last moment of its last day', running, ends - 1, 'active'],
    ['when the day after begins', running, ends, 'expired'],
    ['with a successor, on its last day', { ...running, successor: 'next' }, ends - 1, 'active'],
    ['with a successor, after it', { ...running, successor: 'next' }, ends, 'renewed'],
    ['perpetual', { ...running, kind: 'perpetual', endsAt: null }, ends * 2, 'active'],
    ['a trial', { ...running, kind: 'trial' }, begins, 'trial'],
    ['a trial that is over', { ...running, kind: 'trial' }, ends, 'expired'],
    ['a trial that was bought', { ...running, kind: 'trial', convertedTo: 'bought' }, begins, 'converted'],
    ['terminated', { ...running, terminatedOn: '2025-06-01' }, begins, 'terminated'],
    ['terminated and never activated', { terminatedOn: '2025-06-01' }, begins, 'terminated'],
  ])('%s', (_when, row, now, status) => expect(at(row, now)).toBe(status));

  it('is one of a list', () => {
    const seen = [0, begins, ends].flatMap((now) => [
      at({}, now),
      at(running, now),
      at({ ...running, kind: 'trial' }, now),
      at({ ...running, successor: 'next' }, now),
      at({ ...running, kind: 'trial', convertedTo: 'bought' }, now),
      at({ ...running, terminatedOn: '2025-06-01' }, now),
    ]);
    expect(new Set(seen)).toEqual(new Set(licenseStatuses));
  });
});
