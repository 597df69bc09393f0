import type { IsoDate } from '../../shared/words';
import type { License } from '../state';

/** After it nothing can have been used, however late it is reported. None for a perpetual license. */
export function lastDayOfUse(license: License): IsoDate | undefined {
  switch (license.status) {
    case 'active':
    case 'expired': {
      const { expiresOn } = license.term;
      const addedUntil = license.meter?.addedUntil;
      return addedUntil !== undefined && addedUntil > expiresOn ? addedUntil : expiresOn;
    }
    case 'converted':
      return license.conversion.on;
    case 'terminated':
      return license.termination.on;
    default:
      return undefined;
  }
}
