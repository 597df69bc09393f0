import { refused, type Refused } from '../shared/rule';
import { endsAt } from '../term';
import type { Instant } from '../shared/words';
import type { DatedLicense, License } from './state';

/** Whether its term is over at that moment. A license without a term never is. */
export function isOver(license: License, now: Instant): boolean {
  return isDated(license) && now >= endsAt(license.term.expiresOn, license.term.zone);
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

/** What nearly every decision about a license in use asks first. */
export const inUse = [isIssued, isNotTerminated, isActivated] as const;
