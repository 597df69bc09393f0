import { refused, type Rule } from '../shared/rule';
import type { RenewalId } from '../shared/words';
import type { NextTerm, Renewable } from './renewable';

export interface RecordNextTerm extends NextTerm {
  readonly renewalId: RenewalId;
}

type NextTermRule = Rule<Renewable, RecordNextTerm, object>;

const isClaimedByRenewal: NextTermRule = ({ claim }, { renewalId }) =>
  claim?.renewalId === renewalId
    ? undefined
    : refused('RENEWAL_ENDED', 'That renewal no longer holds this term. Request a new renewal.');

const startsAfterThisTerm: NextTermRule = ({ term }, { startsOn }) =>
  startsOn <= term.expiresOn
    ? refused('TERM_OVERLAP', `The old term runs to ${term.expiresOn}. Start the new one on a later day.`)
    : undefined;

const endsAfterItStarts: NextTermRule = (_renewable, { startsOn, newExpiresOn }) =>
  newExpiresOn < startsOn
    ? refused(
        'INVALID_DATE',
        `The new term ends on ${newExpiresOn}, before it starts on ${startsOn}. Correct its dates.`,
      )
    : undefined;

/** What must hold of a term that a renewal records to follow this one. */
export const nextTermRules: readonly NextTermRule[] = [isClaimedByRenewal, startsAfterThisTerm, endsAfterItStarts];
