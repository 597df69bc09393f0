import { enforce, refused, type Rule } from '../shared/rule';
import type { ContactId, Instant } from '../shared/words';
import type { BounceSeverity } from './bounces';
import type { ContactReachable, MailBounced } from './events';
import { isByStaff, isKnown } from './rules';
import { companyContactOf, type Organization } from './state';

export type MarkReachable = ContactReachable['data'];

export interface RecordBounce extends Readonly<MailBounced['data']> {
  /** When the mail that came back went out. */
  readonly sentAt: Instant;
}

/** From the lightest: a heavier report about the same mail is news, the same one again is none. */
const severities: readonly BounceSeverity[] = ['soft', 'hard', 'complaint'];

/** A mail to the contact came back, or was complained about. Nothing is left to record of who was erased. */
export function recordBounce(organization: Organization, { sentAt, ...bounce }: RecordBounce): MailBounced[] {
  const contact = companyContactOf(organization, bounce.contactId);
  if (!contact || contact.status === 'erased') return [];
  const { reachableSince, ofMails } = contact.bounces ?? {};
  if (reachableSince !== undefined && sentAt < Date.parse(reachableSince)) return [];
  const known = ofMails?.get(bounce.messageId);
  if (known && severities.indexOf(known) >= severities.indexOf(bounce.severity)) return [];
  return [{ type: 'MailBounced', data: bounce }];
}

const isSaidWhy: Rule<Organization, MarkReachable, object> = (_organization, { reason }) =>
  reason.trim()
    ? undefined
    : refused('INVALID_INPUT', 'Say why mail reaches the person again, as the reason: somebody will ask.');

const rules = [isByStaff, isKnown, isSaidWhy];

/** The vendor's people found that mail reaches the contact again. */
export function markReachable(organization: Organization, command: MarkReachable): ContactReachable[] {
  enforce(rules, organization, command, {});
  const { unreachable, softBounces = 0 } = companyContactOf(organization, command.contactId)?.bounces ?? {};
  return unreachable || softBounces > 0 ? [{ type: 'ContactReachable', data: command }] : [];
}

/** Whether one of the companies knows that mail to the contact does not arrive, or is complained about. */
export function isUnreachable(contactId: ContactId, ...companies: readonly (Organization | undefined)[]): boolean {
  return companies.some((company) => company && companyContactOf(company, contactId)?.bounces?.unreachable);
}
