import { channelPolicy } from '../../policy';

import { refuseUnlessCount } from '../../shared/count';
import type { OfOrder } from '../../shared/decision';
import { enforce, refused, type Rule } from '../../shared/rule';
import type { Instant } from '../../shared/words';
import { endsAt, rfc3339, startsAt } from '../../term';
import { isActivated, isIssued } from '../rules';
import { availableQuota, type License } from '../state';
import type { UsageEvent, UsageRecorded } from './events';
import { lastDayOfUse } from './last-day-of-use';

export interface RecordUsage {
  readonly reportId: string;
  /** Whole units, at least 1. */
  readonly quantity: number;
  readonly usedAt: Instant;
}

type UsageRule = Rule<License, RecordUsage, OfOrder>;

const isWhole: UsageRule = (_license, { quantity }) => refuseUnlessCount('quantity', quantity);

const adds: UsageRule = (license, { quantity }) =>
  'meter' in license && license.meter && !Number.isSafeInteger(license.meter.used + quantity)
    ? refused('INVALID_COUNT', `${quantity} more would be too large to be counted. Correct the quantity.`)
    : undefined;

/** Added quota is drawn through its parent, on the same handshake code (P): one meter counts both. */
const hasItsOwnMeter: UsageRule = (license) =>
  'grant' in license && license.grant.origin === 'add-quota'
    ? refused(
        'INVALID_INPUT',
        `This license adds quota to license ${license.grant.predecessorId}. Report the usage of that one.`,
      )
    : undefined;

const isPast: UsageRule = (_license, { usedAt }, { now }) =>
  usedAt > now
    ? refused('INVALID_DATE', `${rfc3339(usedAt)} lies ahead. Report usage after it happened, in UTC.`)
    : undefined;

const isWithinItsLife: UsageRule = (license, { usedAt }) => {
  if (!('meter' in license) || !license.meter) return undefined;
  const { since, zone } = license.meter;
  const until = lastDayOfUse(license);
  if (usedAt >= startsAt(since, zone) && (until === undefined || usedAt < endsAt(until, zone))) return undefined;
  return refused(
    'INVALID_DATE',
    `This license was usable from ${since}${until === undefined ? '' : ` to ${until}`}. ` +
      'Report what was used at another time of the license that was valid then.',
  );
};

const rules: readonly UsageRule[] = [isIssued, isActivated, hasItsOwnMeter, isWhole, adds, isPast, isWithinItsLife];

/**
 * Counts one report. A report that comes twice is told apart by its command id, which is derived from license and
 * report; here every report is new. Each threshold is crossed once, however often quota is added and used up.
 */
export function recordUsage(license: License, command: RecordUsage, decision: OfOrder): UsageEvent[] {
  enforce(rules, license, command, decision);
  if (!('meter' in license) || !license.meter) return [];
  const { quantity, reportId, usedAt } = command;
  const before = license.meter.used;
  const reading = { used: before + quantity, available: availableQuota(license) };
  const { thresholds } = channelPolicy(decision.policy, decision.channel).quota;
  const crossed = thresholds.filter(
    (percent) => !license.meter?.crossed.includes(percent) && reaches(reading, percent),
  );
  const recorded: UsageRecorded = { type: 'UsageRecorded', data: { reportId, quantity, usedAt: rfc3339(usedAt) } };
  const events: UsageEvent[] = [recorded];
  for (const percent of crossed) events.push({ type: 'QuotaThresholdCrossed', data: { percent, ...reading } });
  if (before < reading.available && reading.used >= reading.available) {
    events.push({ type: 'QuotaExhausted', data: reading });
  }
  return events;
}

/** Exact for every number that is counted: products of large numbers would be rounded. */
function reaches({ used, available }: { used: number; available: number }, percent: number): boolean {
  return BigInt(used) * 100n >= BigInt(available) * BigInt(percent);
}
