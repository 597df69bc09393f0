import type { Decision } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Zone } from '../shared/words';
import { localDate, termAt } from '../term';
import { activation } from './activation';
import type { LicenseActivated } from './events';
import { isIssued, isNotTerminated } from './rules';
import type { License } from './state';

export interface ActivateLicense {
  /** The organization's; the vendor's when left out. The term keeps it for good. */
  readonly zone?: Zone;
}

const isNotActivated: Rule<License, ActivateLicense, Decision> = (license) =>
  license.status === 'issued'
    ? undefined
    : refused('LICENSE_ALREADY_ACTIVATED', 'This license is activated already. See its term in Order > Full License.');

const rules = [isIssued, isNotTerminated, isNotActivated];

/** Makes a license usable; its term runs from today (P). */
export function activateLicense(license: License, command: ActivateLicense, decision: Decision): LicenseActivated[] {
  enforce(rules, license, command, decision);
  if (license.status !== 'issued') return [];
  const { grant } = license;
  const { now, policy } = decision;
  const zone = command.zone ?? policy.vendor.zone;
  const today = localDate(now, zone);
  if (grant.kind === 'trial') return [activation(grant, 'trial', termAt(today, policy.trial.period, 1, zone))];
  const firstTerm = activation(grant, 'manual', termAt(today, grant.period, 1, zone));
  return [grant.kind === 'perpetual' ? withoutExpiry(firstTerm) : firstTerm];
}

function withoutExpiry({ data: { expiresOn: _never, ...data } }: LicenseActivated): LicenseActivated {
  return { type: 'LicenseActivated', data };
}
