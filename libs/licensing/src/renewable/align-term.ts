import type { AtTime } from '../shared/decision';
import { refused, type Rule } from '../shared/rule';
import type { IsoDate } from '../shared/words';
import { localDate } from '../term';
import { isFree, isNotRenewed, statesCurrentExpiry } from './open-renewal';
import { refuseBeyondReach } from './reach';
import { isTermOver, type Renewable } from './renewable';

export interface AlignTerm {
  readonly alignmentId: string;
  /** The expiry that is moved, as it was proposed. */
  readonly currentExpiresOn: IsoDate;
  readonly targetDate: IsoDate;
}

type AligningRule = Rule<Renewable, AlignTerm, AtTime>;

const stillRuns: AligningRule = ({ term }, _command, { now }) =>
  isTermOver(term, now)
    ? refused(
        'LICENSE_EXPIRED_CONTACT_SUPPORT',
        `This term ended on ${term.expiresOn}. Renew it late or reactivate it first, and align it then.`,
      )
    : undefined;

const endsAfterToday: AligningRule = ({ term }, { targetDate }, { now }) => {
  const today = localDate(now, term.zone);
  return targetDate <= today
    ? refused('INVALID_DATE', `${targetDate} is not after today, ${today} in ${term.zone}. Choose a later date.`)
    : undefined;
};

const isInReach: AligningRule = ({ term }, { targetDate }) => refuseBeyondReach(term.expiresOn, targetDate);

const endsAfterItStarts: AligningRule = ({ term }, { targetDate }) =>
  targetDate < term.startsOn
    ? refused(
        'INVALID_DATE',
        `This term starts on ${term.startsOn}, after ${targetDate}. Choose that day or a later one, or leave it out.`,
      )
    : undefined;

/** What must hold of a term before its expiry is moved to a date that it shares with others (R). */
export const aligningRules: readonly AligningRule[] = [
  isNotRenewed,
  statesCurrentExpiry,
  isFree,
  stillRuns,
  endsAfterToday,
  endsAfterItStarts,
  isInReach,
];
