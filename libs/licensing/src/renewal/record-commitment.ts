import { enforce, refused, type Rule } from '../shared/rule';
import type { CommitmentReceived } from './events';
import { hasNotEnded, isRequested } from './rules';
import { isOpen, isSame, lineOf, type Renewal, type RunningRenewal } from './state';

export type RecordCommitment = CommitmentReceived['data'];

type CommitmentRule = Rule<Renewal, RecordCommitment, object>;

const hasReference: CommitmentRule = (_renewal, { reference }) =>
  reference.trim() === ''
    ? refused(
        'INVALID_INPUT',
        'The reference is empty. Give the number of the purchase order or of the signed document.',
      )
    : undefined;

const isForItsLines: CommitmentRule = (renewal, { subjects }) => {
  if (subjects?.length === 0) return refused('INVALID_INPUT', 'It is for no line. Name its lines, or leave them out.');
  const foreign = subjects?.find((subject) => !lineOf(renewal, subject));
  return foreign && refused('NOT_FOUND', `${foreign.id} is not part of this renewal. Choose one of its lines.`);
};

const replacesWhatIsOnRecord: CommitmentRule = (renewal, { replaces }) =>
  replaces !== undefined && isOpen(renewal) && !isKnown(renewal, replaces)
    ? refused(
        'NOT_FOUND',
        `${replaces} is not on record for this renewal, so there is nothing to correct. Leave it out.`,
      )
    : undefined;

const rules = [isRequested, hasNotEnded, hasReference, isForItsLines, replacesWhatIsOnRecord];

/**
 * Records the customer's purchase order or signed document (L), for all lines or some; it may come before or after the
 * approval. `replaces` corrects one that was recorded wrongly.
 */
export function recordCommitment(renewal: Renewal, command: RecordCommitment): CommitmentReceived[] {
  if (changesNothing(renewal, command)) return [];
  enforce(rules, renewal, command, {});
  return [{ type: 'CommitmentReceived', data: command }];
}

/** The same number may come again for more lines, or to take the place of a wrong one. */
function changesNothing(renewal: Renewal, { kind, reference, subjects, replaces }: RecordCommitment): boolean {
  if (!isOpen(renewal) || (replaces !== undefined && replaces !== reference && isKnown(renewal, replaces)))
    return false;
  return renewal.commitments.some(
    (known) =>
      known.kind === kind &&
      known.reference === reference &&
      (!known.subjects || subjects?.every((subject) => known.subjects?.some((each) => isSame(each, subject)))),
  );
}

function isKnown({ commitments }: RunningRenewal, number: string): boolean {
  return commitments.some(({ reference }) => reference === number);
}
