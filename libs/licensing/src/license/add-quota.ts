import { isStaff } from '../shared/actors';
import { refuseUnlessCount } from '../shared/count';
import type { Decision } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor } from '../shared/words';
import { localDate, termAt, type Term } from '../term';
import type { QuotaAdded } from './events';
import { inUse, isOver } from './rules';
import type { License } from './state';

export interface AddQuota extends Readonly<QuotaAdded['data']> {
  readonly requestedBy: Actor;
}

type QuotaRule = Rule<License, AddQuota, Decision>;

/** One source lets customers add quota by themselves (F), the other leaves it to sales (P). */
const isSoldToThem: QuotaRule = (_license, { requestedBy }, { policy }) =>
  policy.quota.channel === 'self-service' || isStaff(requestedBy)
    ? undefined
    : refused('QUOTA_CHANNEL_NOT_ALLOWED', `Sales adds quota. Write to ${policy.vendor.salesEmail}.`);

const isWhole: QuotaRule = (_license, { quantity }) => refuseUnlessCount('quantity', quantity);

const stillRuns: QuotaRule = (license, _command, { now, policy }) =>
  isOver(license, now)
    ? refused(
        'LICENSE_EXPIRED_CONTACT_SUPPORT',
        `This license has expired. Write to ${policy.vendor.supportEmail} about a late renewal, and add quota to the new license.`,
      )
    : undefined;

const rules: readonly QuotaRule[] = [...inUse, isSoldToThem, isWhole, stillRuns];

/** Added quota is a license of its own beside this one (P); `issueSuccessor` makes it. */
export function addQuota(license: License, command: AddQuota, decision: Decision): QuotaAdded[] {
  if (license.status !== 'unissued' && license.additions.includes(command.newLicenseId)) return [];
  enforce(rules, license, command, decision);
  const { requestedBy: _person, ...data } = command;
  return [{ type: 'QuotaAdded', data }];
}

/** Added quota starts today. It ends with its parent, or after a period of its own: the policy says which. */
export function addedQuotaTerm(parent: Term, { now, policy }: Decision): Term {
  const { period, zone, expiresOn } = parent;
  const today = localDate(now, zone);
  if (policy.quota.term === 'own') return termAt(today, period, 1, zone);
  return { anchor: expiresOn, n: 0, period, startsOn: today, expiresOn, zone };
}
