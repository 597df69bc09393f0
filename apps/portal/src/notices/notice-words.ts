import type { NoticeKind } from '@renewals/licensing';

const kinds: Readonly<Record<NoticeKind, string>> = {
  'access-removed': 'Access removed',
  alert: 'Alert to sales',
  approval: 'Renewal approved',
  confirmation: 'Renewal confirmed',
  'handshake-required': 'To be configured by hand',
  invitation: 'Invitation',
  'order-received': 'Order received',
  'password-link': 'Link to set a password',
  'quota-threshold': 'Quota used up so far',
  quote: 'Quote',
  'sales-task': 'Task of sales',
  'trial-ends': 'Trial ends',
};

export function noticeWords(kind: string): string {
  return kinds[kind as NoticeKind];
}
