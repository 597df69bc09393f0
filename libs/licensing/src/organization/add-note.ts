import { enforce, refused, type Rule } from '../shared/rule';
import type { CompanyNoteAdded } from './events';
import { isByStaff, isRegistered } from './rules';
import type { Organization } from './state';

export type AddCompanyNote = CompanyNoteAdded['data'];

const saysSomething: Rule<Organization, AddCompanyNote, object> = (_organization, { text }) =>
  text.trim() ? undefined : refused('INVALID_INPUT', 'The note is empty. Write what is to be remembered.');

const rules = [isByStaff, isRegistered, saysSomething];

/** What the vendor's people want to remember of a company. */
export function addCompanyNote(organization: Organization, command: AddCompanyNote): CompanyNoteAdded[] {
  enforce(rules, organization, command, {});
  return [{ type: 'NoteAdded', data: command }];
}
