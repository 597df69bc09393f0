import { createHash } from 'node:crypto';
import type { ContactId } from '@renewals/licensing';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { DueReminder, ReminderContent } from '../delivery/reminder-desk';
import { type MailMessage, PermanentMailFailure } from '../transport/transport';
import { bytesOf } from './mime-bytes';
import { messageIdOf } from './message-id';
import { reminderHtml, reminderText } from './reminder-template';
import { oneLine, wordingOf } from './wording';

const QUOTED = 'quoted-printable';

/**
 * The mail of a reminder to one contact: the same arguments make the same bytes. Throws `PermanentMailFailure` when the
 * contact's address is none.
 */
export function composeReminder(
  reminder: DueReminder,
  contact: ContactId,
  content: ReminderContent,
  now: number,
): MailMessage {
  const { to, vendor } = content;
  if (!isAddress(to.email)) throw new PermanentMailFailure('The contact has no address that mail can be sent to.');
  const wording = wordingOf(reminder, content, now);
  const messageId = messageIdOf(reminder, contact, vendor.mailFrom);
  const mail = new MailComposer({
    messageId,
    date: new Date(now),
    from: { name: wording.vendor, address: vendor.mailFrom },
    to: { name: oneLine(to.name ?? ''), address: to.email },
    replyTo: vendor.supportEmail,
    subject: wording.subject,
    text: { content: reminderText(wording), contentTransferEncoding: QUOTED },
    html: { content: reminderHtml(wording), contentTransferEncoding: QUOTED },
    headers: { 'Auto-Submitted': 'auto-generated' },
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 16),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { messageId, date: now, envelope: { from: vendor.mailFrom, to: to.email }, raw: bytesOf(mail.compile()) };
}

/** One mailbox, nothing else: no list, no name, no second line. */
function isAddress(text: string): boolean {
  return /^[^\s\p{Cc}<>()[\]\\,:;"@]+@[^\s\p{Cc}<>()[\]\\,:;"@]+$/u.test(text);
}
