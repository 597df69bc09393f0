import type { ReminderLookups } from '@renewals/commands';
import {
  type ContactId,
  hasAccess,
  type IsoDate,
  type LicenseId,
  openRenewal,
  Refusal,
  type RenewalId,
} from '@renewals/licensing';
import type { ReminderContent } from '@renewals/mail';

type Situation = Awaited<ReturnType<ReminderLookups['situationOf']>>;

/**
 * What this contact can do about the expiry right now. The button is shown when the very decision that it leads to
 * would be taken, so that no mail points at a button that refuses.
 */
export function whatToDo(
  contactId: ContactId,
  licenseId: LicenseId,
  expiresOn: IsoDate,
  { license, order, organization, policy, now }: Situation,
  portalUrl: string,
): ReminderContent['whatToDo'] {
  const { vendor } = policy;
  if (order.placement.channel === 'reseller' && !hasAccess(order, organization, contactId)) {
    return { sentence: `To renew it for your customer, write to ${vendor.salesEmail}.` };
  }
  try {
    openRenewal(
      license,
      {
        renewalId: 'asked-only' as RenewalId,
        currentExpiresOn: expiresOn,
        source: 'single',
        requestedBy: { type: 'customer', id: contactId },
      },
      { now, policy, channel: order.placement.channel },
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'RENEWAL_ALREADY_OPEN'
      ? { sentence: `Its renewal is requested already. To approve it, write to ${vendor.salesEmail}.` }
      : { sentence: `To renew it, write to ${vendor.salesEmail}.` };
  }
  const url = `${portalUrl}/portal/licenses/${licenseId}`;
  return { sentence: 'Renew it in the customer portal.', link: { label: 'Renew now', url } };
}
