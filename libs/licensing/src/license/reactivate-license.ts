import { soldUnder } from '../policy';
import { refuseBeyondReach } from '../renewable';
import type { Decision } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, IsoDate } from '../shared/words';
import { localDate } from '../term';
import type { LicenseReactivated } from './events';
import { inUse, isDated, isOver } from './rules';
import type { License } from './state';

export interface ReactivateLicense {
  /** The last usable day. */
  readonly until: IsoDate;
  readonly reason: string;
  readonly by: Actor;
}

type ReactivationRule = Rule<License, ReactivateLicense, Decision>;

const isBySupport: ReactivationRule = (_license, { by }, { policy }) =>
  by.type === 'support' || by.type === 'operator'
    ? undefined
    : refused('NOT_ALLOWED', `Only support opens an expired license again. Write to ${policy.vendor.supportEmail}.`);

/** Else it would be an extension without a limit. */
const isNoTrial: ReactivationRule = (license) =>
  'grant' in license && license.grant.kind === 'trial'
    ? refused('TRIAL_EXTENSION_LIMIT', 'A trial that has ended stays ended. Convert it: sell the product.')
    : undefined;

const hasAnEnd: ReactivationRule = (license) =>
  license.status === 'perpetual'
    ? refused('CURRENT_EXPIRY_MISMATCH', 'A perpetual license never expires. Renew its maintenance instead.')
    : undefined;

const hasExpired: ReactivationRule = (license, _command, { now }) =>
  isDated(license) && !isOver(license, now)
    ? refused('TERM_OVERLAP', `This license runs to ${license.term.expiresOn}. Renew it instead of reactivating it.`)
    : undefined;

const isFree: ReactivationRule = (license) =>
  isDated(license) && license.claim
    ? refused(
        'RENEWAL_ALREADY_OPEN',
        `Renewal ${license.claim.renewalId} of this license is open. Complete it, or withdraw it first.`,
      )
    : undefined;

const saysWhy: ReactivationRule = (_license, { reason }) =>
  reason.trim() === ''
    ? refused('INVALID_INPUT', 'Say why the license is reactivated: it stays on record.')
    : undefined;

const endsLater: ReactivationRule = (license, { until }, { now }) =>
  isDated(license) && until <= localDate(now, license.term.zone)
    ? refused('INVALID_DATE', `${until} is not after today. Choose a later last day.`)
    : undefined;

const isInReach: ReactivationRule = (license, { until }, { now }) =>
  isDated(license) ? refuseBeyondReach(localDate(now, license.term.zone), until) : undefined;

const endsBeforeItsSuccessor: ReactivationRule = (license, { until }) =>
  isDated(license) && license.successor && until >= license.successor.startsOn
    ? refused(
        'TERM_OVERLAP',
        `License ${license.successor.successorId} follows it from ${license.successor.startsOn}. Use that one, or choose a day before.`,
      )
    : undefined;

const rules: readonly ReactivationRule[] = [
  isBySupport,
  ...inUse,
  isNoTrial,
  hasAnEnd,
  hasExpired,
  isFree,
  saysWhy,
  endsLater,
  isInReach,
  endsBeforeItsSuccessor,
];

/** Opens an expired license again, from today to a day that support chooses (R). */
export function reactivateLicense(
  license: License,
  command: ReactivateLicense,
  decision: Decision,
): LicenseReactivated[] {
  enforce(rules, license, command, decision);
  if (!isDated(license)) return [];
  const { until: newExpiresOn, reason, by } = command;
  const { expiresOn: previousExpiresOn, zone } = license.term;
  const startsOn = localDate(decision.now, zone);
  const days = { previousExpiresOn, startsOn, newExpiresOn, zone };
  return [{ type: 'LicenseReactivated', data: { ...days, by, reason, ...soldUnder(license.grant) } }];
}
