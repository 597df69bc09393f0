import { derivedId } from '@renewals/platform';
import type { ReminderName } from '../outbox/outbox-table';

/** The same mail has the same Message-ID however often it is made (rule 14), so that receivers can tell a repeat. */
export function messageIdOf({ subject, expiresOn, offset }: ReminderName, contact: string, mailFrom: string): string {
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1);
  return `<${derivedId('reminder mail', subject.kind, subject.id, expiresOn, offset, contact)}@${domain}>`;
}
