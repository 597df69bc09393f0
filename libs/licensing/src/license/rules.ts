import { isTermOver } from '../renewable';
import { refused, type Refused } from '../shared/rule';
import type { Instant } from '../shared/words';
import type { DatedLicense, License } from './state';

/** Whether its term is over at that moment. A license without a term never is. */
export function isOver(license: License, now: Instant): boolean {
  return isDated(license) && isTermOver(license.term, now);
}

export function isDated(license: License): license is DatedLicense {
  return license.status === 'active' || license.status === 'expired';
}

export const isIssued = (license: License): Refused | undefined =>
  license.status === 'unissued'
    ? refused('NOT_FOUND', 'There is no such license. Look up its number in Order > Full License.')
    : undefined;

export const isNotTerminated = (license: License): Refused | undefined =>
  license.status === 'terminated'
    ? refused(
        'LICENSE_TERMINATED',
        `This license was terminated, ${license.termination.on} was its last day. Place a new order for a new one.`,
      )
    : undefined;

export const isActivated = (license: License): Refused | undefined =>
  license.status === 'issued'
    ? refused('LICENSE_NOT_ACTIVATED', 'This license is not activated yet. Activate it in Order > Full License first.')
    : undefined;

export const isNotConverted = (license: License): Refused | undefined =>
  license.status === 'converted'
    ? refused(
        'NOT_A_TRIAL',
        `This was a trial until license ${license.conversion.newLicenseId} was bought for it. Use that one.`,
      )
    : undefined;

export const isTrial = (license: License): Refused | undefined =>
  'grant' in license && license.grant.kind !== 'trial'
    ? refused('NOT_A_TRIAL', 'This license is no trial. Renew it in Order > Full License.')
    : undefined;

/** What nearly every decision about a license in use asks first. */
export const inUse = [isIssued, isNotTerminated, isNotConverted, isActivated] as const;
