import { refuseUnlessCount } from '../shared/count';
import { enforce, type Rule } from '../shared/rule';
import type { LicenseIssued } from './events';
import type { License } from './state';

export interface IssueLicense extends Readonly<Omit<LicenseIssued['data'], 'origin'>> {
  readonly origin: 'purchase' | 'trial';
}

const hasWholeQuota: Rule<License, IssueLicense, object> = (_license, { quota }) => refuseUnlessCount('quota', quota);

const rules = [hasWholeQuota];

/** Grants what an order line bought. It is not usable before it is activated (P). */
export function issueLicense(license: License, command: IssueLicense): LicenseIssued[] {
  if (license.status !== 'unissued') return [];
  enforce(rules, license, command, {});
  return [{ type: 'LicenseIssued', data: command }];
}
