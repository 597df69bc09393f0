import { enforce, refused, type Rule } from '../shared/rule';
import type { NoteAdded } from './events';
import { isNotWithdrawn, isRequested } from './rules';
import type { Renewal } from './state';

export type AddRenewalNote = NoteAdded['data'];

const saysSomething: Rule<Renewal, AddRenewalNote, object> = (_renewal, { text }) =>
  text.trim() === '' ? refused('INVALID_INPUT', 'The note is empty. Write what the next one should know.') : undefined;

const rules = [isRequested, isNotWithdrawn, saysSomething];

/** Keeps what was agreed on the telephone, for whoever looks after the renewal next. */
export function addRenewalNote(renewal: Renewal, command: AddRenewalNote): NoteAdded[] {
  enforce(rules, renewal, command, {});
  return [{ type: 'NoteAdded', data: command }];
}
