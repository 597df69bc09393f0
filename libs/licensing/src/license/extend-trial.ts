import type { Decision } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { addDays } from '../term';
import type { Actor } from '../shared/words';
import type { TrialExtended } from './events';
import { inUse, isDated, isOver } from './rules';
import type { License } from './state';

export interface ExtendTrial {
  readonly requestedBy: Actor;
}

type ExtensionRule = Rule<License, ExtendTrial, Decision>;

const isTrial: ExtensionRule = (license) =>
  license.status !== 'unissued' && license.grant.kind !== 'trial'
    ? refused('NOT_A_TRIAL', 'Only trials are extended. Renew this license in Order > Full License.')
    : undefined;

const hasExtensionsLeft: ExtensionRule = (license, _command, { policy }) =>
  isDated(license) && license.extensions >= policy.trial.maxExtensions
    ? refused(
        'TRIAL_EXTENSION_LIMIT',
        `This trial was extended ${license.extensions} times, which is the most. Buy the product, or write to ${policy.vendor.salesEmail}.`,
      )
    : undefined;

const stillRuns: ExtensionRule = (license, _command, { now, policy }) =>
  isOver(license, now)
    ? refused(
        'LICENSE_EXPIRED_CONTACT_SUPPORT',
        `This trial has expired. Write to ${policy.vendor.supportEmail} to have it opened again.`,
      )
    : undefined;

const rules: readonly ExtensionRule[] = [...inUse, isTrial, hasExtensionsLeft, stillRuns];

/** A trial may be extended a limited number of times, each for the policy's days from its current expiry (F). */
export function extendTrial(license: License, command: ExtendTrial, decision: Decision): TrialExtended[] {
  enforce(rules, license, command, decision);
  if (!isDated(license)) return [];
  const { extensionDays: days } = decision.policy.trial;
  const { expiresOn: previousExpiresOn, zone } = license.term;
  const newExpiresOn = addDays(previousExpiresOn, days);
  const extensionNo = license.extensions + 1;
  return [{ type: 'TrialExtended', data: { extensionNo, days, previousExpiresOn, newExpiresOn, zone, ...command } }];
}
