import { enforce, refused, type Rule } from '../shared/rule';
import type { LicenseRenewed } from './events';
import { inUse, isDated } from './rules';
import type { License } from './state';

export type RecordRenewed = Omit<LicenseRenewed['data'], 'zone'>;

type RenewedRule = Rule<License, RecordRenewed, object>;

const isClaimedByRenewal: RenewedRule = (license, { renewalId }) =>
  isDated(license) && license.claim?.renewalId === renewalId
    ? undefined
    : refused('RENEWAL_ENDED', 'That renewal no longer holds this license. Request a new renewal.');

const startsAfterThisTerm: RenewedRule = (license, { startsOn }) =>
  isDated(license) && startsOn <= license.term.expiresOn
    ? refused('TERM_OVERLAP', `The old term runs to ${license.term.expiresOn}. Start the new one on a later day.`)
    : undefined;

const endsAfterItStarts: RenewedRule = (_license, { startsOn, newExpiresOn }) =>
  newExpiresOn < startsOn
    ? refused(
        'INVALID_DATE',
        `The new term ends on ${newExpiresOn}, before it starts on ${startsOn}. Correct its dates.`,
      )
    : undefined;

const rules: readonly RenewedRule[] = [...inUse, isClaimedByRenewal, startsAfterThisTerm, endsAfterItStarts];

/** Records the successor's term at once, also when it lies ahead: from then on validity follows the clock. */
export function recordRenewed(license: License, command: RecordRenewed): LicenseRenewed[] {
  if ('successor' in license && license.successor?.successorId === command.successorId) return [];
  enforce(rules, license, command, {});
  return isDated(license) ? [{ type: 'LicenseRenewed', data: { ...command, zone: license.term.zone } }] : [];
}
