import type { IsoDate, LicenseId, Subject } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import type { ReminderContent } from './kinds/reminder';
import type { MailContent } from './mail-content';
import { domainOf } from './message-id';

/** So that mail programs show the mails about one thing together: all of them answer a mail that was never sent. */
export function threadHeaders(content: MailContent): { readonly inReplyTo?: string; readonly references?: string[] } {
  const references = [...new Set(threadsOf(content))].map(
    (thread) => `<${derivedId('mail thread', thread)}@${domainOf(content.vendor.mailFrom)}>`,
  );
  const [first] = references;
  return first === undefined ? {} : { inReplyTo: first, references };
}

/** A digest belongs to the threads of all that it reminds of. */
function threadsOf(content: MailContent): readonly string[] {
  if (content.kind === 'digest') return content.lines.map(threadOfExpiry);
  if (content.kind === 'reminder') return [threadOfExpiry(content)];
  return content.thread === undefined ? [] : [content.thread];
}

function threadOfExpiry({ ends, license, expiresOn }: ReminderContent): string {
  return expiryThread({ kind: ends, id: license.id }, expiresOn);
}

/** The thread of everything about one expiry of one subject. */
export function expiryThread({ kind, id }: { kind: Subject['kind']; id: LicenseId }, expiresOn: IsoDate): string {
  return [kind, id, expiresOn].join(' ');
}
