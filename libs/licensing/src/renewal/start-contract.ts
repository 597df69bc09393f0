import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { startsAt } from '../term';
import type { ContractStarted } from './events';
import { hasInvoice, isNotWithdrawn, isRequested, namesOneOfItsLines } from './rules';
import { lineOf, type Renewal } from './state';

export type StartContract = ContractStarted['data'];

type StartRule = Rule<Renewal, StartContract, AtTime>;

/** A renewal that is withdrawn after its invoice keeps the lines that were completed by then. */
const isNotWithdrawnBefore: StartRule = (renewal, { subject }) =>
  lineOf(renewal, subject)?.progress === 'completed' ? undefined : isNotWithdrawn(renewal);

const startsAfterTheOldTerm: StartRule = (renewal, { subject, startsOn }) => {
  const line = lineOf(renewal, subject);
  return line && startsOn <= line.currentExpiresOn
    ? refused('TERM_OVERLAP', `The old term runs to ${line.currentExpiresOn}. Start the new one on a later day.`)
    : undefined;
};

const hasBegun: StartRule = (renewal, { subject, startsOn }, { now }) => {
  const line = lineOf(renewal, subject);
  return line && now < startsAt(startsOn, line.zone)
    ? refused('TERM_OVERLAP', `The new contract begins on ${startsOn}. Start it on that day.`)
    : undefined;
};

const rules: readonly StartRule[] = [
  isRequested,
  isNotWithdrawnBefore,
  hasInvoice,
  namesOneOfItsLines,
  startsAfterTheOldTerm,
  hasBegun,
];

/** Records that a line's new contract runs. It may follow the renewal's completion: a future term starts by the clock. */
export function startContract(renewal: Renewal, command: StartContract, decision: AtTime): ContractStarted[] {
  if (lineOf(renewal, command.subject)?.started) return [];
  enforce(rules, renewal, command, decision);
  return [{ type: 'ContractStarted', data: command }];
}
