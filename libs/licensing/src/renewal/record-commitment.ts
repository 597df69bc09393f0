import { enforce, refused, type Rule } from '../shared/rule';
import type { CommitmentReceived } from './events';
import { hasNotEnded, isRequested } from './rules';
import { isOpen, type Renewal } from './state';

export type RecordCommitment = CommitmentReceived['data'];

const hasReference: Rule<Renewal, RecordCommitment, object> = (_renewal, { reference }) =>
  reference.trim() === ''
    ? refused(
        'INVALID_INPUT',
        'The reference is empty. Give the number of the purchase order or of the signed document.',
      )
    : undefined;

const rules = [isRequested, hasNotEnded, hasReference];

/** Records the customer's purchase order or signed document; it may come before or after the approval (L). */
export function recordCommitment(renewal: Renewal, command: RecordCommitment): CommitmentReceived[] {
  enforce(rules, renewal, command, {});
  const known =
    isOpen(renewal) &&
    renewal.commitments.some(({ kind, reference }) => kind === command.kind && reference === command.reference);
  return known ? [] : [{ type: 'CommitmentReceived', data: command }];
}
