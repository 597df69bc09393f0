import type { NoticeSuppressionReason, SuppressionReason } from '@renewals/licensing';

const sentences: Readonly<Record<SuppressionReason | NoticeSuppressionReason, string>> = {
  renewed: 'it is renewed already',
  approved: 'its renewal is approved already',
  cancelled: 'recurring billing is cancelled',
  withdrawn: 'its day was taken back before it could be sent',
  terminated: 'the license was ended',
  expired: 'it had expired by then',
  'expiry-moved': 'its expiry has moved',
  unsubscribed: 'the contact wants no reminders of this order',
  'no-access': 'the contact may not see this order any more',
  unreachable: 'the contact has no address any more',
  'no-recipient': 'nobody is there to be written to',
  'reseller-only': 'the reseller is written to instead',
  superseded: 'a later one was due by the time it could be sent',
  'out-of-date': 'it was not true any more when it could be sent',
  'before-import': 'the former system had to send it',
  'before-go-live': 'it fell due while mail was held',
};

/** Why a mail was not sent; what a mail server said stays as it is. */
export function reasonSentence(reason: string): string {
  return reason in sentences ? sentences[reason as keyof typeof sentences] : reason;
}
