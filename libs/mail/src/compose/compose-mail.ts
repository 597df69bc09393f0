import { createHash } from 'node:crypto';
import type { ContactId, Instant } from '@renewals/licensing';
import { wordsIn } from '@renewals/words';
import MailComposer from 'nodemailer/lib/mail-composer';
import { isContact, type Recipient } from '../delivery/mailing';
import { type MailMessage, PermanentMailFailure } from '../transport/transport';
import { expiryCalendarOf } from './expiry-calendar';
import { letterOf } from './letter-of';
import type { Attachment } from './correspondence';
import type { MailContent } from './mail-content';
import { listHeaders } from './mailing-list';
import { bytesOf } from './mime-bytes';
import { threadHeaders } from './thread';
import { oneLine } from './writing';

const QUOTED = 'quoted-printable';

/**
 * The mail to one recipient: the same arguments make the same bytes. Throws `PermanentMailFailure` when the recipient's
 * address is none. `messageId` in angle brackets.
 */
export function composeMail(messageId: string, recipient: Recipient, content: MailContent, now: Instant): MailMessage {
  const { to, vendor, list } = content;
  if (!isAddress(to.email)) throw new PermanentMailFailure('The recipient has no address that mail can be sent to.');
  const words = wordsIn(content.locale);
  const letter = letterOf(content, now, words);
  const mail = new MailComposer({
    messageId,
    date: new Date(now),
    from: { name: oneLine(vendor.name), address: vendor.mailFrom },
    to: { name: oneLine(to.name ?? ''), address: to.email },
    replyTo: vendor.supportEmail,
    subject: letter.subject,
    ...threadHeaders(content),
    text: { content: letter.text, contentTransferEncoding: QUOTED },
    html: { content: letter.html, contentTransferEncoding: QUOTED },
    attachments: [...(content.attachments ?? []), ...expiryCalendarOf(content, now)].map(attached),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': words.locale,
      ...(list && listHeaders(list, vendor.mailFrom)),
    },
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 16),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const from = vendor.mailFrom;
  const envelope = { from: vendor.bouncesTo ?? from, to: to.email };
  return { messageId, date: now, from, envelope, names: namesIn(content, recipient), raw: bytesOf(mail.compile()) };
}

function attached({ filename, contentType, content, method }: Attachment) {
  return {
    filename: oneLine(filename),
    contentType: method ? `${contentType}; charset=utf-8; method=${method}` : contentType,
    content,
    contentTransferEncoding: 'base64' as const,
  };
}

function namesIn({ alsoNames = [] }: MailContent, recipient: Recipient): ContactId[] {
  return isContact(recipient) ? [recipient, ...alsoNames] : [...alsoNames];
}

/** One mailbox, nothing else: no list, no name, no second line. */
function isAddress(text: string): boolean {
  return /^[^\s\p{Cc}<>()[\]\\,:;"@]+@[^\s\p{Cc}<>()[\]\\,:;"@]+$/u.test(text);
}
