import { soldUnder } from '../../policy';
import type { Decision } from '../../shared/decision';
import { enforce, refused, type Rule } from '../../shared/rule';
import type { Actor } from '../../shared/words';
import { addDays, localDate } from '../../term';
import { inUse, isDated, isOver, isTrial } from '../rules';
import type { License } from '../state';
import type { TrialExtended } from './events';

export interface ExtendTrial {
  readonly requestedBy: Actor;
}

type ExtensionRule = Rule<License, ExtendTrial, Decision>;

const hasExtensionsLeft: ExtensionRule = (license, _command, { policy }) =>
  isDated(license) && license.extensions >= policy.trial.maxExtensions
    ? refused(
        'TRIAL_EXTENSION_LIMIT',
        `This trial was extended ${license.extensions} times, which is the most. Buy the product, or write to ${policy.vendor.salesEmail}.`,
      )
    : undefined;

/** What has ended stays ended: an extension lengthens a trial, and never begins another one. */
const stillRuns: ExtensionRule = (license, _command, { now, policy }) =>
  isOver(license, now)
    ? refused(
        'LICENSE_EXPIRED_CONTACT_SUPPORT',
        `This trial has ended, and is extended only while it runs. Buy the product to go on, or write to ${policy.vendor.salesEmail}.`,
      )
    : undefined;

const isNearItsEnd: ExtensionRule = (license, _command, { now, policy }) => {
  if (!isDated(license)) return undefined;
  const { expiresOn, zone } = license.term;
  const from = addDays(expiresOn, -policy.trial.extendableDaysBefore);
  return localDate(now, zone) < from
    ? refused('TRIAL_EXTENSION_TOO_EARLY', `This trial runs to ${expiresOn}. Ask for its extension from ${from} on.`)
    : undefined;
};

const rules: readonly ExtensionRule[] = [...inUse, isTrial, stillRuns, hasExtensionsLeft, isNearItsEnd];

/** A trial may be extended a limited number of times, each for the policy's days from its current expiry (F). */
export function extendTrial(license: License, command: ExtendTrial, decision: Decision): TrialExtended[] {
  enforce(rules, license, command, decision);
  if (!isDated(license)) return [];
  const { extensionDays: days } = decision.policy.trial;
  const { expiresOn: previousExpiresOn, zone } = license.term;
  const newExpiresOn = addDays(previousExpiresOn, days);
  const extensionNo = license.extensions + 1;
  const data = { extensionNo, days, previousExpiresOn, newExpiresOn, zone, ...command, ...soldUnder(license.grant) };
  return [{ type: 'TrialExtended', data }];
}
