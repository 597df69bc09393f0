import { refuseUnlessCount } from '../shared/count';
import { enforce, refused, type Rule } from '../shared/rule';
import type { IsoDate } from '../shared/words';
import type { Term } from '../term';
import { activation } from './activation';
import type { LicenseActivated, LicenseExpired, LicenseIssued, LicenseTerminated } from './events';
import type { License } from './state';

export interface ImportLicense {
  readonly grant: Omit<LicenseIssued['data'], 'origin' | 'predecessorId'>;
  /** The term that runs at `asOf`, or ran last. Earlier ones we did not witness, so they are not invented. */
  readonly term: Term;
  /** The day which the imported files describe. */
  readonly asOf: IsoDate;
  readonly termination?: LicenseTerminated['data'];
}

const hasWholeQuota: Rule<License, ImportLicense, object> = (_license, { grant }) =>
  refuseUnlessCount('quota', grant.quota);

const endsAfterItStarted: Rule<License, ImportLicense, object> = (_license, { term, termination }) =>
  termination && termination.on < term.startsOn
    ? refused('INVALID_DATE', `The license ends on ${termination.on}, before it starts. Correct either date.`)
    : undefined;

const rules = [hasWholeQuota, endsAfterItStarted];

/** Takes a license over from a former system as it was on a day. */
export function importLicense(
  license: License,
  command: ImportLicense,
): (LicenseIssued | LicenseActivated | LicenseTerminated | LicenseExpired)[] {
  if (license.status !== 'unissued') return [];
  enforce(rules, license, command, {});
  const grant: LicenseIssued['data'] = { ...command.grant, origin: 'import' };
  return [{ type: 'LicenseIssued', data: grant }, activation(grant, 'import', command.term), ...ending(command)];
}

function ending({ term, asOf, termination }: ImportLicense): (LicenseTerminated | LicenseExpired)[] {
  if (termination) return [{ type: 'LicenseTerminated', data: termination }];
  return term.expiresOn < asOf ? [{ type: 'LicenseExpired', data: { expiresOn: term.expiresOn } }] : [];
}
