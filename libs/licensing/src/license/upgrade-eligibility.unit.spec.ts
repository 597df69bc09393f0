import { berlin, on } from '../shared/examples.spec';
import { fold } from '../shared/stream';
import { isoDate } from '../term';
import type { LicenseActivated, LicenseEvent } from './events';
import {
  licenseActivated,
  licenseExpired,
  licenseIssued,
  licenseRenewed,
  licenseTerminated,
  nextTerm,
  renewalOpened,
  running,
  runningTrial,
  trialConverted,
} from './examples.spec';
import { licenseStream } from './license-stream';
import { upgradeEligibility, type ValidDays } from './upgrade-eligibility';

const asked = (history: readonly LicenseEvent[], now: number, maintenance: readonly ValidDays[] = []) =>
  upgradeEligibility(fold(licenseStream, history), maintenance, now);
const days = (startsOn: string, expiresOn: string): ValidDays => ({
  startsOn: isoDate(startsOn),
  expiresOn: isoDate(expiresOn),
  zone: berlin,
});

describe('an upgrade of an annual license [F30]', () => {
  const valid = { eligible: true, because: 'license-valid' };
  const notValid = { eligible: false, because: 'license-not-valid' };

  it('is free while it is valid', () => {
    expect(asked(running, on('2026-03-10', 23))).toEqual({ ...valid, changesOn: '2026-03-11' });
    expect(asked([...running, licenseExpired], on('2026-03-11', 0))).toEqual(notValid);
  });

  it('goes on with the successor', () => {
    const renewed = [...running, renewalOpened, licenseRenewed];
    expect(asked(renewed, on('2026-02-01'))).toEqual({ ...valid, changesOn: '2027-03-11' });
    expect(asked(renewed, on('2026-06-01'))).toEqual({ ...valid, changesOn: '2027-03-11' });
    const late = { ...licenseRenewed, data: { ...licenseRenewed.data, startsOn: isoDate('2026-03-20') } };
    const withGap = [...running, renewalOpened, late];
    expect(asked(withGap, on('2026-02-01'))).toEqual({ ...valid, changesOn: '2026-03-11' });
    expect(asked(withGap, on('2026-03-15'))).toEqual({ ...notValid, changesOn: '2026-03-20' });
  });

  it('waits for a term that lies ahead, and for an activation', () => {
    const ahead = [licenseIssued(), licenseActivated(nextTerm)];
    expect(asked(ahead, on('2026-01-01'))).toEqual({ ...notValid, changesOn: '2026-03-11' });
    expect(asked([licenseIssued()], on('2026-01-01'))).toEqual(notValid);
  });

  it('ends with the last day of a terminated one', () => {
    const ended = [...running, licenseTerminated];
    expect(asked(ended, on('2026-01-31'))).toEqual({ ...valid, changesOn: '2026-02-01' });
    expect(asked(ended, on('2026-02-01'))).toEqual(notValid);
  });
});

describe('an upgrade of a perpetual license [F31]', () => {
  const { expiresOn: _never, ...forEver } = licenseActivated({ kind: 'perpetual' }).data;
  const perpetual: LicenseEvent[] = [
    licenseIssued({ kind: 'perpetual' }),
    { type: 'LicenseActivated', data: forEver } satisfies LicenseActivated,
  ];
  const valid = { eligible: true, because: 'maintenance-valid' };
  const notValid = { eligible: false, because: 'maintenance-not-valid' };
  const [first, second] = [days('2025-03-10', '2026-03-10'), days('2026-03-11', '2027-03-10')];

  it('is free while its maintenance is valid', () => {
    expect(asked(perpetual, on('2026-03-10'), [first])).toEqual({ ...valid, changesOn: '2026-03-11' });
    expect(asked(perpetual, on('2026-03-10'), [first, second])).toEqual({ ...valid, changesOn: '2027-03-11' });
    expect(asked(perpetual, on('2026-03-11'), [first])).toEqual(notValid);
    expect(asked(perpetual, on('2025-06-01'), [])).toEqual(notValid);
  });

  it('waits for a maintenance term that lies ahead', () =>
    expect(asked(perpetual, on('2025-01-01'), [first])).toEqual({ ...notValid, changesOn: '2025-03-10' }));

  it('ends with the license', () => {
    const ended = [...perpetual, licenseTerminated];
    expect(asked(ended, on('2026-01-31'), [first, second])).toEqual({ ...valid, changesOn: '2026-02-01' });
    expect(asked(ended, on('2026-02-01'), [first, second])).toEqual(notValid);
  });
});

it('a trial is upgraded by being bought', () => {
  const no = { eligible: false, because: 'trial' };
  expect(asked(runningTrial(), on('2026-03-05'))).toEqual(no);
  expect(asked([...runningTrial(), trialConverted], on('2026-03-15'))).toEqual(no);
});
