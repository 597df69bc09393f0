import { derivedId } from '@renewals/platform';
import { type Mailing, nameOf, type Recipient } from '../delivery/mailing';

/**
 * The same mail has the same Message-ID however often it is made (rule 14), so that receivers can tell a repeat.
 * `mailings`: what it tells of, in any order; several are a digest.
 */
export function messageIdOf(mailings: readonly Mailing[], recipient: Recipient, mailFrom: string): string {
  const [only, ...others] = mailings;
  const id =
    only !== undefined && others.length === 0
      ? mailIdOf(only, recipient)
      : derivedId('digest mail', recipient, ...mailings.map(nameOf).sort());
  return `<${id}@${domainOf(mailFrom)}>`;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function mailIdOf(mailing: Mailing, recipient: Recipient): string {
  if (mailing.kind !== 'reminder') return derivedId('notice mail', mailing.noticeId, recipient);
  const { subject, expiresOn, offset } = mailing;
  return derivedId('reminder mail', subject.kind, subject.id, expiresOn, offset, recipient);
}
