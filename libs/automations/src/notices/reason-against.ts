import type { LicenseOnDesk } from '@renewals/commands';
import { type ContactId, hasAccess, type NoticeSuppressionReason } from '@renewals/licensing';
import type { Recipient } from '@renewals/mail';

/**
 * Why a contact may not be told about the license any more. Whoever wants no reminders of the order is still told what
 * happens to its licenses.
 */
export function reasonAgainst(
  recipient: Recipient,
  { order, organization }: Pick<LicenseOnDesk, 'order' | 'organization'>,
): NoticeSuppressionReason | undefined {
  return hasAccess(order, organization, recipient as ContactId) ? undefined : 'no-access';
}
