import { addDays, daysBetween, endsAt, fold, isOver, licenseStream } from '@renewals/licensing';
import { propertyRuns } from '../support/property-runs';
import { holdsInEveryLife, stepsTaken } from './lives';
import { shown } from './shown';
import { trialLives } from './trials/lives';
import type { Trial } from './trials/trial';

function holds(check: (trial: Trial) => number): number {
  let looked = 0;
  holdsInEveryLife(trialLives, propertyRuns(80, 2_000), (trial) => {
    looked += check(trial);
  });
  return looked;
}

describe('whatever is done with a trial, by anybody and at any time', () => {
  it('it never lasts longer than its period and the extensions that there are [F56]', () => {
    const looked = holds(({ license: { events }, policy }) => {
      const [activated] = events.flatMap((event) => (event.type === 'LicenseActivated' ? event.data : []));
      const { maxExtensions, extensionDays } = policy.trial;
      const last = activated && addDays(activated.startsOn, 30 + maxExtensions * extensionDays);
      let ends = 0;
      for (let length = 1; length <= events.length; length += 1) {
        const license = fold(licenseStream, events.slice(0, length));
        if (!last || !('term' in license) || !license.term) continue;
        expect(daysBetween(license.term.expiresOn, last)).toBeGreaterThanOrEqual(0);
        ends += 1;
      }
      return ends;
    });
    expect(looked).toBeGreaterThan(80);
  });

  it('each extension is made while it runs, from its current end', () => {
    const looked = holds(({ license: { happened } }) => {
      let extensions = 0;
      for (const { event, at } of happened) {
        if (event.type !== 'TrialExtended') continue;
        extensions += 1;
        const { extensionNo, previousExpiresOn, newExpiresOn, days, zone } = event.data;
        expect(extensionNo).toBe(extensions);
        expect(at).toBeLessThan(endsAt(previousExpiresOn, zone));
        expect(newExpiresOn).toBe(addDays(previousExpiresOn, days));
      }
      return extensions;
    });
    expect(looked).toBeGreaterThan(10);
  });

  it('nothing else lengthens it, follows it or stands beside it, and its end stays an end', () => {
    const looked = holds(({ license: { events, state }, now }) => {
      const types = events.map(({ type }) => type);
      for (const type of ['RenewalOpened', 'QuotaAdded', 'TermAligned', 'LicenseReactivated'] as const)
        expect(types).not.toContain(type);
      for (const type of ['TrialRequested', 'LicenseActivated', 'LicenseExpired'] as const)
        expect(types.filter((each) => each === type).length).toBeLessThanOrEqual(1);
      if (types.includes('LicenseExpired')) expect(state.status === 'active' && !isOver(state, now)).toBe(false);
      return Number(types.includes('LicenseExpired'));
    });
    expect(looked).toBeGreaterThan(10);
  });

  it('every state is what its own events say', () => {
    holds(({ license }) => {
      expect(shown(license.refolded())).toBe(shown(license.state));
      return 1;
    });
  });

  it('that is seen in thousands of steps', () =>
    expect(stepsTaken()).toBeGreaterThan(process.env['LONG'] ? 100_000 : 4_000));
});
