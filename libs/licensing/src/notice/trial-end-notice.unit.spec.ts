import { portalPolicy } from '../policy/examples.spec';
import { berlin } from '../shared/examples.spec';
import { isoDate } from '../term';
import { trialEndNotice } from './trial-end-notice';

const ending = (fixedOn: string, endNoticeDays: number | 'none' = 7) =>
  trialEndNotice(
    { ...portalPolicy, trial: { ...portalPolicy.trial, endNoticeDays } },
    { expiresOn: isoDate('2026-03-31'), zone: berlin, channel: 'store', fixedOn: isoDate(fixedOn) },
  );

describe('the notice that a trial ends', () => {
  it('is due so many days before, at the hour of reminders in its zone', () => {
    expect(ending('2026-03-01')).toEqual({ date: '2026-03-24', hour: 9, zone: berlin });
    expect(ending('2026-03-01', 0)).toMatchObject({ date: '2026-03-31' });
  });

  it('is none on a day that was over when the end was fixed', () => {
    expect(ending('2026-03-24')).toBeDefined();
    expect(ending('2026-03-25')).toBeUndefined();
  });

  it('is none where the policy says so', () => expect(ending('2026-03-01', 'none')).toBeUndefined());
});
