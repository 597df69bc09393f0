import { enforce, refused, type Rule } from '../shared/rule';
import type { OwnerAssigned } from './events';
import { isNotWithdrawn, isRequested } from './rules';
import type { Renewal } from './state';

export type AssignOwner = OwnerAssigned['data'];

const namesSomebody: Rule<Renewal, AssignOwner, object> = (_renewal, { owner }) =>
  owner.trim() === '' ? refused('INVALID_INPUT', 'The owner is empty. Name who of sales looks after it.') : undefined;

const rules = [isRequested, isNotWithdrawn, namesSomebody];

/** Says who of sales looks after the renewal from now on. */
export function assignOwner(renewal: Renewal, command: AssignOwner): OwnerAssigned[] {
  enforce(rules, renewal, command, {});
  if ('owner' in renewal && renewal.owner === command.owner) return [];
  return [{ type: 'OwnerAssigned', data: command }];
}
