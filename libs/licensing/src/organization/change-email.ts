import { isStaff } from '../shared/actors';
import type { UnderPolicy } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { ContactEmailChanged } from './events';
import { isKnown } from './rules';
import type { Organization } from './state';

export type ChangeContactEmail = ContactEmailChanged['data'];

const isChangedByTheBackOffice: Rule<Organization, ChangeContactEmail, UnderPolicy> = (
  _organization,
  { by },
  { policy },
) =>
  isStaff(by)
    ? undefined
    : refused(
        'EMAIL_CHANGE_NOT_ALLOWED',
        `E-mail addresses cannot be changed in the portal. Write to ${policy.vendor.salesEmail}, who will change it.`,
      );

const rules = [isChangedByTheBackOffice, isKnown];

/** Gives a person another address. The new one is reserved before, and the old one leads nowhere after (F). */
export function changeContactEmail(
  organization: Organization,
  command: ChangeContactEmail,
  decision: UnderPolicy,
): ContactEmailChanged[] {
  enforce(rules, organization, command, decision);
  return [{ type: 'ContactEmailChanged', data: command }];
}
