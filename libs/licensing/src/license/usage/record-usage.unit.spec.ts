import fc from 'fast-check';
import { propertyRuns } from '../../../../../test/support/property-runs';
import { portalPolicy, portalTerms, recurringPolicy } from '../../policy/examples.spec';
import { license, on } from '../../shared/examples.spec';
import { specification } from '../../shared/specification.spec';
import { fold } from '../../shared/stream';
import { isoDate, rfc3339, termAt } from '../../term';
import type { LicenseEvent } from '../events';
import {
  licenseActivated,
  licenseIssued,
  licenseTerminated,
  nextTerm,
  oldTerm,
  quotaAdded,
  running,
  runningTrial,
  trialConverted,
} from '../examples.spec';
import { licenseStream } from '../license-stream';
import { isUsedUp } from '../state';
import type { QuotaExhausted, QuotaThresholdCrossed, UsageRecorded } from './events';
import { type RecordUsage, recordUsage } from './record-usage';

const given = specification(licenseStream);
const inJanuary = on('2026-01-10');
const decision = { now: on('2026-02-01'), policy: portalPolicy, channel: 'store' } as const;

const report = (quantity: number, more: Partial<RecordUsage> = {}): RecordUsage => ({
  reportId: 'report',
  quantity,
  usedAt: inJanuary,
  ...more,
});
const recorded = (quantity: number, reportId = 'report'): UsageRecorded => ({
  type: 'UsageRecorded',
  data: { reportId, quantity, usedAt: rfc3339(inJanuary) },
});
const crossed = (percent: number, used: number, available = 5): QuotaThresholdCrossed => ({
  type: 'QuotaThresholdCrossed',
  data: { percent, used, available },
});
const exhausted = (used: number, available = 5): QuotaExhausted => ({
  type: 'QuotaExhausted',
  data: { used, available },
});

describe('reporting usage of a license with a quota of 5 [P20][P23]', () => {
  it('counts it', () =>
    given(running)
      .when(recordUsage, report(3), decision)
      .then([recorded(3)]));

  it("crosses each of the policy's thresholds once", () => {
    given([...running, recorded(3)])
      .when(recordUsage, report(1), decision)
      .then([recorded(1), crossed(80, 4)]);
    given([...running, recorded(4), crossed(80, 4), quotaAdded])
      .when(recordUsage, report(3), decision)
      .then([recorded(3)]);
    const policy = { ...portalPolicy, channels: { store: withThresholds(20, 50) } };
    given(running)
      .when(recordUsage, report(3), { ...decision, policy })
      .then([recorded(3), crossed(20, 3), crossed(50, 3)]);
  });

  it('says when nothing is left, before the term ends [P24]', () => {
    given(running)
      .when(recordUsage, report(5), decision)
      .then([recorded(5), crossed(80, 5), crossed(100, 5), exhausted(5)]);
    given([...running, recorded(5), crossed(80, 5), crossed(100, 5), exhausted(5)])
      .when(recordUsage, report(2), decision)
      .then([recorded(2)]);
  });

  it('draws on added quota too, and says again when that is used up', () => {
    const soon: LicenseEvent[] = [...running, recorded(5), crossed(80, 5), crossed(100, 5), exhausted(5), quotaAdded];
    expect(isUsedUp(usedLicense(soon))).toBe(false);
    given(soon)
      .when(recordUsage, report(3), decision)
      .then([recorded(3), exhausted(8, 8)]);
    expect(isUsedUp(usedLicense([...soon, recorded(3)]))).toBe(true);
  });

  it('is done in whole numbers that can be counted', () => {
    for (const quantity of [0, -1, 1.5, NaN, 2 ** 53]) {
      given(running).when(recordUsage, report(quantity), decision).thenRefused('INVALID_COUNT');
    }
    given([...running, recorded(Number.MAX_SAFE_INTEGER)])
      .when(recordUsage, report(1), decision)
      .thenRefused('INVALID_COUNT');
  });

  it('is of a time at which it could be used, however late it is told', () => {
    given(running)
      .when(recordUsage, report(1, { usedAt: decision.now + 1 }), decision)
      .thenRefused('INVALID_DATE', 'lies ahead');
    given(running)
      .when(recordUsage, report(1, { usedAt: on('2025-03-09', 23) }), decision)
      .thenRefused('INVALID_DATE', '2025-03-10 to 2026-03-10');
    const later = { ...decision, now: on('2026-05-01') };
    given(running)
      .when(recordUsage, report(1, { usedAt: on('2026-03-11', 0) }), later)
      .thenRefused('INVALID_DATE');
    given(running)
      .when(recordUsage, report(1), later)
      .then([recorded(1)]);
  });

  it('ends with the license, as early or late as that does', () => {
    const inMarch = { ...decision, now: on('2027-01-01') };
    const usedAt = on('2026-03-12');
    const ownTerm = termAt(isoDate('2026-02-01'), oldTerm.period, 1, oldTerm.zone);
    given([...running, { ...quotaAdded, data: { ...quotaAdded.data, term: ownTerm } }])
      .when(recordUsage, report(1, { usedAt }), inMarch)
      .then([{ type: 'UsageRecorded', data: { reportId: 'report', quantity: 1, usedAt: rfc3339(usedAt) } }]);
    given([...running, licenseTerminated])
      .when(recordUsage, report(1, { usedAt }), inMarch)
      .thenRefused('INVALID_DATE', 'to 2026-01-31');
    given([...runningTrial(), trialConverted])
      .when(recordUsage, report(1, { usedAt }), inMarch)
      .thenRefused('INVALID_DATE', 'to 2026-03-10');
    const { expiresOn: _never, ...forEver } = licenseActivated({ kind: 'perpetual' }).data;
    given([licenseIssued({ kind: 'perpetual' }), { type: 'LicenseActivated', data: forEver }])
      .when(recordUsage, report(1, { usedAt }), inMarch)
      .then([{ type: 'UsageRecorded', data: { reportId: 'report', quantity: 1, usedAt: rfc3339(usedAt) } }]);
  });

  it('needs a license in use', () => {
    given([]).when(recordUsage, report(1), decision).thenRefused('NOT_FOUND');
    given([licenseIssued()]).when(recordUsage, report(1), decision).thenRefused('LICENSE_NOT_ACTIVATED');
  });

  it('goes to the license whose quota was added to', () =>
    given([licenseIssued({ origin: 'add-quota', predecessorId: license('first') }), licenseActivated(nextTerm)])
      .when(recordUsage, report(1), decision)
      .thenRefused('INVALID_INPUT', 'first'));
});

describe('usage in any order', () => {
  const policies = fc.constantFrom(portalPolicy, recurringPolicy);
  const quantities = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 30 });

  it('ends in the same state, and crosses each threshold once', () =>
    fc.assert(
      fc.property(policies, quantities.chain(inTwoOrders), (policy, [reports, shuffled]) => {
        const [one, other] = [played(reports, policy), played(shuffled, policy)];
        expect(stateOf(other)).toEqual(stateOf(one));
        for (const events of [one, other]) {
          const percents = events.flatMap((event) =>
            event.type === 'QuotaThresholdCrossed' ? [event.data.percent] : [],
          );
          expect(new Set(percents).size).toBe(percents.length);
        }
      }),
      propertyRuns(300, 20_000),
    ));
});

function inTwoOrders(quantities: readonly number[]) {
  const reports = quantities.map((quantity, index) => report(quantity, { reportId: `${index}` }));
  return fc.tuple(
    fc.constant(reports),
    fc.shuffledSubarray(reports, { minLength: reports.length, maxLength: reports.length }),
  );
}

function withThresholds(...thresholds: number[]) {
  return { ...portalTerms, quota: { ...portalTerms.quota, thresholds } };
}

function usedLicense(events: readonly LicenseEvent[]) {
  const state = fold(licenseStream, events);
  if (!('grant' in state)) throw new Error('It was issued');
  return state;
}

function played(reports: readonly RecordUsage[], policy: typeof portalPolicy): LicenseEvent[] {
  const events: LicenseEvent[] = [licenseIssued({ quota: 20 }), licenseActivated()];
  for (const each of reports) events.push(...recordUsage(fold(licenseStream, events), each, { ...decision, policy }));
  return events;
}

function stateOf(events: readonly LicenseEvent[]) {
  const state = usedLicense(events);
  return { ...state.meter, usedUp: isUsedUp(state) };
}
