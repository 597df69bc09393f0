import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { startsAt } from '../term';
import type { LicenseKeyGenerated } from './events';
import { inUse, isDated } from './rules';
import type { License } from './state';

export type GenerateKey = LicenseKeyGenerated['data'];

/** Two keys valid at once would be two contracts at once (L). */
const hasStarted: Rule<License, GenerateKey, AtTime> = (license, _command, { now }) =>
  isDated(license) && now < startsAt(license.term.startsOn, license.term.zone)
    ? refused(
        'KEY_GENERATION_TOO_EARLY',
        `The term starts on ${license.term.startsOn}. Generate the key from that day on.`,
      )
    : undefined;

const rules: readonly Rule<License, GenerateKey, AtTime>[] = [...inUse, hasStarted];

/** The key of a classic license, once; nothing else needs a key. */
export function generateKey(license: License, command: GenerateKey, decision: AtTime): LicenseKeyGenerated[] {
  enforce(rules, license, command, decision);
  if (license.status === 'unissued' || license.grant.delivery !== 'classic' || license.keyFingerprint !== undefined)
    return [];
  return [{ type: 'LicenseKeyGenerated', data: command }];
}
