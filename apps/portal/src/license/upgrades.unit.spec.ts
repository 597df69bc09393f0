import type { IsoDate } from '@renewals/licensing';
import { upgrades } from './upgrades';

const changesOn = '2026-03-12' as IsoDate;

describe('whether an upgrade is free', () => {
  it('tells the last day on which it is', () =>
    expect(upgrades({ eligible: true, because: 'license-valid', changesOn })).toBe('free until 11 Mar 2026'));

  it('tells the first day on which it will be', () =>
    expect(upgrades({ eligible: false, because: 'license-not-valid', changesOn })).toBe('free from 12 Mar 2026 on'));

  it('tells what it takes', () => {
    expect(upgrades({ eligible: false, because: 'maintenance-not-valid' })).toBe(
      'not free: the maintenance is not valid',
    );
    expect(upgrades({ eligible: false, because: 'trial' })).toBe('not with a trial');
  });
});
