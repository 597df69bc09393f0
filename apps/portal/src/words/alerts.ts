import type { OrderAlertReason } from '@renewals/licensing';

/** What sales has to look after. */
export const alertWords: Readonly<Record<OrderAlertReason | 'no-notice-proof', string>> = {
  'no-recipient': 'Nobody could be reminded',
  'no-billing-contact': 'Nobody gets the bills of its order',
  'no-notice-proof': 'Not renewed by itself, as nobody was told in time',
};
