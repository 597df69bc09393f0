import { enforce, refused, type Rule } from '../shared/rule';
import type { LicenseTerminated } from './events';
import { isDated, isIssued, isNotConverted, isNotTerminated } from './rules';
import type { License } from './state';

export type TerminateLicense = LicenseTerminated['data'];

const endsWithinItsTerm: Rule<License, TerminateLicense, object> = (license, { on }) =>
  isDated(license) && (on < license.term.startsOn || on > license.term.expiresOn)
    ? refused(
        'INVALID_DATE',
        `The term runs from ${license.term.startsOn} to ${license.term.expiresOn}. Choose a last day within it.`,
      )
    : undefined;

const rules = [isIssued, isNotTerminated, isNotConverted, endsWithinItsTerm];

/** Ends a license for good, before its term does. */
export function terminateLicense(license: License, command: TerminateLicense): LicenseTerminated[] {
  if (license.status === 'terminated' && license.termination.on === command.on) return [];
  enforce(rules, license, command, {});
  return [{ type: 'LicenseTerminated', data: command }];
}
