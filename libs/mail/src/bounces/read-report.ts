import PostalMime, { type Email } from 'postal-mime';
import { readDeliveryStatus } from './delivery-status';
import { readFeedbackReport } from './feedback-report';
import { fieldsOf } from './fields';
import { type Finding, type MailReport, NotUnderstood } from './mail-report';

const readers: Readonly<Record<string, (part: string) => Promise<Finding>>> = {
  'message/delivery-status': readDeliveryStatus,
  // RFC 6533
  'message/global-delivery-status': readDeliveryStatus,
  'message/feedback-report': readFeedbackReport,
};

/** The returned mail, or its header (RFC 3462, RFC 6533). */
const RETURNED: readonly string[] = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global',
  'message/global-headers',
];

/** Reads a bounce or a complaint, RFC 5322. Throws `NotUnderstood`, and nothing else whatever it is given. */
export async function readReport(raw: Buffer): Promise<MailReport> {
  const { headers, attachments } = await parsed(raw);
  const parts = attachments.map(({ mimeType, content }) => ({ type: mimeType, text: content as string }));
  const said = parts.find(({ type }) => readers[type]);
  const read = said && readers[said.type];
  if (!read) {
    throw new NotUnderstood(
      'This is neither a delivery status notification (RFC 3464) nor a feedback report (RFC 5965). Somebody may have answered the mail: read it.',
    );
  }
  const finding = await understood(() => read(said.text));
  const returned = parts.find(({ type }) => RETURNED.includes(type));
  const messageId =
    (returned && messageIdIn((await understood(() => fieldsOf(returned.text))).get('message-id'))) ??
    messageIdIn(headers.find(({ key }) => key === 'in-reply-to')?.value);
  if (messageId !== undefined) return { messageId, ...finding };
  throw new NotUnderstood(
    'The report does not say which mail it is about: it brings no Message-ID back. Look at the report, and act by hand.',
  );
}

function parsed(raw: Buffer): Promise<Email> {
  return understood(() => PostalMime.parse(raw, { attachmentEncoding: 'utf8', forceRfc822Attachments: true }));
}

async function understood<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotUnderstood) throw error;
    throw new NotUnderstood('The report is no readable mail. Look at it, and act by hand.', { cause: error });
  }
}

function messageIdIn(field: string | undefined): string | undefined {
  return /<[^<>\s\p{Cc}]{1,500}>/u.exec(field ?? '')?.[0];
}
