import PostalMime from 'postal-mime';
import { composeMail } from './compose-mail';
import { examples } from '../preview/examples';
import { ANNA } from './examples.spec';
import type { Attachment } from './correspondence';

const at = Date.parse('2026-01-09T08:00:00Z');
const pdf: Attachment = {
  filename: 'Beleg über "alles".pdf',
  contentType: 'application/pdf',
  content: Buffer.from(Array.from({ length: 3000 }, (_, index) => index % 256)),
};
const calendar: Attachment = {
  filename: 'expiry.ics',
  contentType: 'text/calendar',
  content: Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'),
  method: 'PUBLISH',
};

const mail = (attachments: readonly Attachment[]) =>
  composeMail('<m@x.example>', ANNA, { ...examples['password-link'], attachments }, at).raw;

describe('the attachments of a mail', () => {
  it('arrive as they are, behind text and HTML', async () => {
    const raw = mail([pdf, calendar]);
    const { attachments, text, html } = await PostalMime.parse(raw);
    expect(text).toContain('Somebody asked to set the password');
    expect(html).toContain('Somebody asked to set the password');
    expect(attachments.map(({ filename, mimeType, method }) => [filename, mimeType, method])).toEqual([
      [pdf.filename, 'application/pdf', undefined],
      ['expiry.ics', 'text/calendar', 'PUBLISH'],
    ]);
    expect(Buffer.from(attachments[0]?.content as Uint8Array)).toEqual(pdf.content);
    expect(raw.toString()).toContain(calendar.content.toString('base64'));
  });

  it('rule 14: change nothing about the same mail having the same bytes', () =>
    expect(mail([pdf, calendar])).toEqual(mail([pdf, calendar])));

  it('begin no header of their own, whatever they are called', async () => {
    const raw = mail([{ ...pdf, filename: 'a\r\nBcc: x@y.example\r\n.pdf' }]);
    expect(raw.toString()).not.toMatch(/^Bcc:/m);
    const { attachments } = await PostalMime.parse(raw);
    expect(attachments.map(({ filename }) => filename)).toEqual(['a Bcc: x@y.example .pdf']);
  });
});
