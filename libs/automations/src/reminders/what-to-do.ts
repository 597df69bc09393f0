import type { ReminderLookups } from '@renewals/commands';
import { channelPolicy, type ContactId, hasAccess, type Refusal } from '@renewals/licensing';
import type { ReminderStep } from '@renewals/mail';
import type { Pages } from '../correspondence/pages';

type Situation = Awaited<ReturnType<ReminderLookups['situationOf']>>;

/**
 * What this contact can do about the expiry right now. The button is shown when the very decision that it leads to
 * would be taken, so that no mail points at a button that refuses.
 */
export function stepFor(
  contactId: ContactId,
  { license, order, organization, policy, channel }: Situation,
  refusalToRenew: Refusal | undefined,
  pages: Pages,
): ReminderStep {
  if (order.placement.channel === 'reseller' && !hasAccess(order, organization, contactId)) {
    return { to: 'ask-sales-for-customer' };
  }
  if (refusalToRenew?.code === 'RENEWAL_ALREADY_OPEN') return { to: 'have-it-approved' };
  if (refusalToRenew) {
    const byForm = channelPolicy(policy, channel).renewal.openedBy.includes('provider-form');
    return { to: byForm ? 'ask-sales-or-form' : 'ask-sales' };
  }
  return { to: 'renew', url: pages.license(license.grant.licenseId) };
}
