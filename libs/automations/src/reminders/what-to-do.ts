import type { ReminderLookups } from '@renewals/commands';
import { channelPolicy, type ContactId, hasAccess, type Refusal } from '@renewals/licensing';
import type { ReminderContent } from '@renewals/mail';
import type { Pages } from '../correspondence/pages';

type Situation = Awaited<ReturnType<ReminderLookups['situationOf']>>;

/**
 * What this contact can do about the expiry right now. The button is shown when the very decision that it leads to
 * would be taken, so that no mail points at a button that refuses.
 */
export function whatToDo(
  contactId: ContactId,
  { license, order, organization, policy, channel }: Situation,
  refusalToRenew: Refusal | undefined,
  pages: Pages,
): ReminderContent['whatToDo'] {
  const { vendor } = policy;
  if (order.placement.channel === 'reseller' && !hasAccess(order, organization, contactId)) {
    return { sentence: `To renew it for your customer, write to ${vendor.salesEmail}.` };
  }
  if (refusalToRenew?.code === 'RENEWAL_ALREADY_OPEN') {
    return { sentence: `Its renewal is requested already. To approve it, write to ${vendor.salesEmail}.` };
  }
  if (refusalToRenew) {
    const byForm = channelPolicy(policy, channel).renewal.openedBy.includes('provider-form');
    const form = byForm ? "fill in the payment provider's purchase order form, or " : '';
    return { sentence: `To renew it, ${form}write to ${vendor.salesEmail}.` };
  }
  return {
    sentence: 'Renew it in the customer portal.',
    link: { label: 'Renew now', url: pages.license(license.grant.licenseId) },
  };
}
