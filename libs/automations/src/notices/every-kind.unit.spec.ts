import { type NoticeKind, noticeKinds } from '@renewals/licensing';
import type { MailContent } from '@renewals/mail';
import { everyKindOfNotice } from './every-kind';
import type { Sources } from './sources';

/** Everything that this engine mails, by the names that people have for it. */
const mails: Readonly<Record<string, MailContent['kind']>> = {
  reminder: 'reminder',
  digest: 'digest',
  'quote with proforma': 'quote',
  'approval confirmed': 'approval',
  'order received': 'order-received',
  receipt: 'confirmation',
  'key instructions': 'confirmation',
  'handshake must be configured by hand': 'handshake-required',
  'quota thresholds': 'quota-threshold',
  'trial ends': 'trial-ends',
  invitation: 'invitation',
  'password setup': 'password-link',
  'access removed': 'access-removed',
  'sales task': 'sales-task',
  alert: 'alert',
};

it('has a desk that writes each mail, and no other', () => {
  const desks = Object.keys(everyKindOfNotice({} as Sources)).sort();
  expect(desks).toEqual([...noticeKinds].sort());
  expect([...new Set(Object.values(mails))].sort()).toEqual([...desks, 'digest', 'reminder'].sort());
});

/** A kind that nobody lists here does not compile. */
type Listed = (typeof noticeKinds)[number];
export const everyKindIsListed: Record<Exclude<NoticeKind, Listed>, never> = {};
