import { refuseUnlessCount } from '../shared/count';
import { enforce, refused, type Rule } from '../shared/rule';
import type { LicenseId } from '../shared/words';
import { activation } from './activation';
import type { GrantedTerm, LicenseActivated, LicenseIssued } from './events';
import type { HandshakeEvent } from './handshake/events';
import { handOver } from './handshake/hand-over';
import { inUse } from './rules';
import type { License } from './state';

export interface IssueSuccessor {
  readonly licenseId: LicenseId;
  readonly origin: 'renewal' | 'add-quota';
  readonly term: GrantedTerm;
  /** Left out, the quota of the predecessor (P). */
  readonly quota?: number;
}

export interface FromPredecessor {
  readonly predecessor: License;
}

type SuccessorRule = Rule<License, IssueSuccessor, FromPredecessor>;

const predecessorIsInUse = inUse.map(
  (rule): SuccessorRule =>
    (_license, _command, { predecessor }) =>
      rule(predecessor),
);

const startsAfterPredecessor: SuccessorRule = (_license, { origin, term }, { predecessor }) =>
  origin === 'renewal' && 'term' in predecessor && predecessor.term && term.startsOn <= predecessor.term.expiresOn
    ? refused('TERM_OVERLAP', `The old term runs to ${predecessor.term.expiresOn}. Start the new one on a later day.`)
    : undefined;

const hasWholeQuota: SuccessorRule = (_license, { quota }) =>
  quota === undefined ? undefined : refuseUnlessCount('quota', quota);

const rules = [...predecessorIsInUse, startsAfterPredecessor, hasWholeQuota];

/** A renewal and added quota are new licenses, activated and configured from the old one by themselves (P). */
export function issueSuccessor(
  license: License,
  command: IssueSuccessor,
  decision: FromPredecessor,
): (LicenseIssued | LicenseActivated | HandshakeEvent)[] {
  if (license.status !== 'unissued') return [];
  enforce(rules, license, command, decision);
  const { predecessor } = decision;
  if (predecessor.status === 'unissued') return [];
  const { licenseId, origin, term, quota = predecessor.grant.quota } = command;
  const predecessorId = predecessor.grant.licenseId;
  const grant: LicenseIssued['data'] = { ...predecessor.grant, licenseId, origin, quota, predecessorId };
  return [
    { type: 'LicenseIssued', data: grant },
    activation(grant, 'from-predecessor', term),
    ...handOver(grant, predecessor.handshake),
  ];
}
