import type { License } from './state';

/**
 * Whether somebody may still be mailed about it by itself: not about a trial that is over, nor about what was
 * terminated. For a license that was renewed, the one that follows it speaks.
 */
export function isMailedAbout(license: License): boolean {
  switch (license.status) {
    case 'converted':
    case 'terminated':
      return false;
    case 'expired':
      return license.grant.kind !== 'trial' && license.successor === undefined;
    case 'active':
      return license.successor === undefined;
    default:
      return true;
  }
}
