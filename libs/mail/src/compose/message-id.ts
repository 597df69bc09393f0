import { derivedId } from '@renewals/platform';
import type { Mailing, Recipient } from '../delivery/mailing';

/** The same mail has the same Message-ID however often it is made (rule 14), so that receivers can tell a repeat. */
export function messageIdOf(mailing: Mailing, recipient: Recipient, mailFrom: string): string {
  return `<${mailIdOf(mailing, recipient)}@${domainOf(mailFrom)}>`;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function mailIdOf(mailing: Mailing, recipient: Recipient): string {
  if (mailing.kind !== 'reminder') return derivedId('notice mail', mailing.noticeId, recipient);
  const { subject, expiresOn, offset } = mailing;
  return derivedId('reminder mail', subject.kind, subject.id, expiresOn, offset, recipient);
}
