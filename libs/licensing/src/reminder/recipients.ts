import { type AmongBilled, billingRecipientsOf, readersOf } from '../order';
import { isUnreachable } from '../organization';
import { channelPolicy } from '../policy';
import type { UnderPolicy } from '../shared/decision';
import type { ContactId, IsoDate } from '../shared/words';
import type { SuppressionReason } from './events';
import { reasonNotToRemind, type Situation } from './still-wanted';

/** Who is who around an order, as looked up from the streams. */
export interface Audience extends AmongBilled, UnderPolicy {}

/** Whose mail it is, in the order in which they joined. Whether each may have it, `mayReceive` says. */
export function recipientsOf(audience: Audience): readonly ContactId[] {
  const { order, organization, policy } = audience;
  if (order.status === 'unplaced') return [];
  const { reminders } = channelPolicy(policy, order.placement.channel);
  if (reminders.audience === 'billing-contact') return billingRecipientsOf(audience);
  return readersOf(order, organization);
}

/** Asked at the moment of sending: whether this contact may still have the reminder of this expiry. */
export function mayReceive(
  contactId: ContactId,
  expiresOn: IsoDate,
  audience: Audience & Situation,
): 'ok' | SuppressionReason {
  const reason = reasonNotToRemind(expiresOn, audience);
  if (reason) return reason;
  if (!recipientsOf(audience).includes(contactId)) return isForResellerOnly(audience) ? 'reseller-only' : 'no-access';
  return reasonAgainst(contactId, audience) ?? 'ok';
}

/**
 * Why each of the recipients does not get it, when not one does and mail to some does not arrive: sales must write to
 * them another way. Of an order whose contacts all unsubscribed sales knows since they did.
 */
export function unreachedRecipients(audience: Audience): readonly Unreached[] {
  const unreached: Unreached[] = [];
  for (const contactId of recipientsOf(audience)) {
    const reason = reasonAgainst(contactId, audience);
    if (!reason) return [];
    unreached.push({ contactId, reason });
  }
  return unreached.some(({ reason }) => reason === 'unreachable') ? unreached : [];
}

export interface Unreached {
  readonly contactId: ContactId;
  readonly reason: 'unsubscribed' | 'unreachable';
}

function reasonAgainst(
  contactId: ContactId,
  { order, organization, reseller }: Audience,
): Unreached['reason'] | undefined {
  if (order.status === 'placed' && order.unsubscribed.has(contactId)) return 'unsubscribed';
  return isUnreachable(contactId, organization, reseller) ? 'unreachable' : undefined;
}

function isForResellerOnly({ order, policy }: Audience): boolean {
  return (
    order.status === 'placed' &&
    order.placement.channel === 'reseller' &&
    channelPolicy(policy, 'reseller').reminders.audience === 'billing-contact'
  );
}
