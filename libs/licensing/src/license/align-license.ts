import { soldUnder } from '../policy';
import { type AlignTerm, aligningRules } from '../renewable';
import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { TermAligned } from './events';
import { inUse, isDated } from './rules';
import { type License, renewableOf } from './state';

type LicenseRule = Rule<License, AlignTerm, AtTime>;

/** Else it would be an extension beyond the limit. */
const isNoTrial: LicenseRule = (license) =>
  'grant' in license && license.grant.kind === 'trial'
    ? refused('TRIAL_EXTENSION_LIMIT', 'A trial is not aligned. Have it extended while it may be, or sell the product.')
    : undefined;

const expires: LicenseRule = (license) =>
  license.status === 'perpetual'
    ? refused('CURRENT_EXPIRY_MISMATCH', 'A perpetual license has no expiry. Align its maintenance instead.')
    : undefined;

const rules: readonly LicenseRule[] = [...inUse, isNoTrial, expires];

/** Moves the expiry to the date of the alignment (R); the license runs on without a day lost or paid twice. */
export function alignLicense(license: License, command: AlignTerm, decision: AtTime): TermAligned[] {
  const { alignmentId, targetDate: newExpiresOn } = command;
  if ('alignedBy' in license && license.alignedBy === alignmentId) return [];
  enforce(rules, license, command, decision);
  const renewable = renewableOf(license);
  if (!renewable || !isDated(license)) return [];
  enforce(aligningRules, renewable, command, decision);
  const { startsOn, expiresOn: previousExpiresOn, zone } = license.term;
  const data = { alignmentId, startsOn, previousExpiresOn, newExpiresOn, zone, ...soldUnder(license.grant) };
  return [{ type: 'TermAligned', data }];
}
