import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import { bytesOf } from './mime-bytes';

const runs = { numRuns: process.env.LONG ? 5_000 : 200, ...(process.env.SEED && { seed: Number(process.env.SEED) }) };

describe('the bytes of a mail', () => {
  it('are those that the library writes', async () => {
    const content = fc.string({
      unit: fc.oneof(fc.constantFrom('\n', '=', ' ', '.', '\t'), fc.string({ unit: 'grapheme' })),
    });
    const files = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(content, content, content, files, async (subject, text, html, files) => {
        const quoted = (part: string) => ({ content: `${part}\n`, contentTransferEncoding: 'quoted-printable' });
        const mail = () =>
          new MailComposer({
            from: 'a@x.example',
            messageId: '<m@x.example>',
            date: new Date(0),
            subject,
            text: quoted(text),
            html: quoted(html),
            attachments: files.map((file, index) => ({
              filename: `file ${index}`,
              contentType: 'application/pdf',
              content: Buffer.from(file),
              contentTransferEncoding: 'base64' as const,
            })),
            baseBoundary: 'b',
            newline: 'windows',
          }).compile();
        expect(bytesOf(mail()).toString()).toBe((await mail().build()).toString());
      }),
      runs,
    );
  });
});
