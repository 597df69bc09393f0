import type { ContactId } from '@renewals/licensing';
import type { MailMessage } from './transport';

/** A mail that is ready to be sent. */
export function mailMessage(changed: Partial<MailMessage> = {}): MailMessage {
  const lines = [
    'Message-ID: <reminder-1@scanware.example>',
    'Date: Fri, 09 Jan 2026 08:00:00 +0000',
    'From: Scanware <renewals@scanware.example>',
    'Reply-To: support@scanware.example',
    'To: =?UTF-8?Q?Anna_=C3=85ngstr=C3=B6m?= <anna@customer.example>',
    'Subject: Your license for Barcode Reader expires in 59 days,',
    ' on 10 March 2026',
    'List-Unsubscribe: <https://portal.scanware.example/unsubscribe/token>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hello Anna,',
    '',
    '.a line that begins with a dot, and one that ends in blanks   ',
    '',
    '',
  ];
  return {
    messageId: '<reminder-1@scanware.example>',
    date: Date.parse('2026-01-09T08:00:00Z'),
    from: 'renewals@scanware.example',
    envelope: { from: 'bounces@scanware.example', to: 'anna@customer.example' },
    names: ['5b0e7c1e-0000-5000-8000-00000000000a' as ContactId],
    raw: Buffer.from(lines.join('\r\n')),
    ...changed,
  };
}
