import { createHash } from 'node:crypto';
import type { ContactId, Instant } from '@renewals/licensing';
import MailComposer from 'nodemailer/lib/mail-composer';
import { isContact, type Mailing, type Recipient } from '../delivery/mailing';
import { type MailMessage, PermanentMailFailure } from '../transport/transport';
import { letterOf } from './letter-of';
import type { MailContent } from './mail-content';
import { listHeaders } from './mailing-list';
import { messageIdOf } from './message-id';
import { bytesOf } from './mime-bytes';
import { oneLine } from './writing';

const QUOTED = 'quoted-printable';

/**
 * The mail to one recipient: the same arguments make the same bytes. Throws `PermanentMailFailure` when the recipient's
 * address is none.
 */
export function composeMail(mailing: Mailing, recipient: Recipient, content: MailContent, now: Instant): MailMessage {
  const { to, vendor, list } = content;
  if (!isAddress(to.email)) throw new PermanentMailFailure('The recipient has no address that mail can be sent to.');
  const letter = letterOf(content, now);
  const messageId = messageIdOf(mailing, recipient, vendor.mailFrom);
  const mail = new MailComposer({
    messageId,
    date: new Date(now),
    from: { name: oneLine(vendor.name), address: vendor.mailFrom },
    to: { name: oneLine(to.name ?? ''), address: to.email },
    replyTo: vendor.supportEmail,
    subject: letter.subject,
    text: { content: letter.text, contentTransferEncoding: QUOTED },
    html: { content: letter.html, contentTransferEncoding: QUOTED },
    headers: { 'Auto-Submitted': 'auto-generated', ...(list && listHeaders(list, vendor.mailFrom)) },
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 16),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const envelope = { from: vendor.mailFrom, to: to.email };
  return { messageId, date: now, envelope, names: namesIn(content, recipient), raw: bytesOf(mail.compile()) };
}

function namesIn({ alsoNames = [] }: MailContent, recipient: Recipient): ContactId[] {
  return isContact(recipient) ? [recipient, ...alsoNames] : [...alsoNames];
}

/** One mailbox, nothing else: no list, no name, no second line. */
function isAddress(text: string): boolean {
  return /^[^\s\p{Cc}<>()[\]\\,:;"@]+@[^\s\p{Cc}<>()[\]\\,:;"@]+$/u.test(text);
}
