import { enforce, refused, type Rule } from '../shared/rule';
import type { ConfirmationSent } from './events';
import { isRequested } from './rules';
import type { Renewal } from './state';

export type RecordConfirmation = ConfirmationSent['data'];

const isDue: Rule<Renewal, RecordConfirmation, object> = (renewal) =>
  isConfirmationDue(renewal)
    ? undefined
    : refused(
        'NOT_ALLOWED',
        'This renewal is not done yet. Confirm it when the contracts of all its lines have started.',
      );

const rules = [isRequested, isDue];

/** Keeps that a contact was sent the confirmation, each once. */
export function recordConfirmation(renewal: Renewal, command: RecordConfirmation): ConfirmationSent[] {
  const known = renewal.stage === 'completed' ? renewal.confirmations : [];
  if (known.some(({ contactId }) => contactId === command.contactId)) return [];
  enforce(rules, renewal, command, {});
  return [{ type: 'ConfirmationSent', data: command }];
}

/** Completed, with a contract that has started for every line that did not fail (L). One at least did not. */
export function isConfirmationDue(renewal: Renewal): boolean {
  if (renewal.stage !== 'completed') return false;
  const renewed = renewal.lines.filter(({ progress }) => progress === 'completed');
  return renewed.length > 0 && renewed.every(({ started }) => started);
}
