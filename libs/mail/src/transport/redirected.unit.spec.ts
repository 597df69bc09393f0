import PostalMime from 'postal-mime';
import { mailMessage } from './messages.spec';
import { Redirected } from './redirected';
import { type MailMessage, PermanentMailFailure, TransientMailFailure } from './transport';

describe('a mail that is redirected', () => {
  const sent: MailMessage[] = [];
  const redirected = new Redirected(
    {
      atOnce: 1,
      send: async (message) => ({ answer: `taken as ${sent.push(message)}` }),
      close: async () => undefined,
    },
    'team@scanware.example',
  );
  beforeEach(() => void sent.splice(0));

  it('goes to that address only, tells whom it was for, and is otherwise the same', async () => {
    const message = mailMessage();
    expect(await redirected.send(message)).toEqual({ answer: 'taken as 1' });

    const [{ envelope, raw, ...rest } = message] = sent;
    expect({ ...rest, envelope: message.envelope, raw: message.raw }).toEqual(message);
    expect(envelope).toEqual({ from: 'bounces@scanware.example', to: 'team@scanware.example' });
    const mail = await PostalMime.parse(raw);
    expect(mail.to).toEqual([{ name: '', address: 'team@scanware.example' }]);
    expect(mail.headers.find(({ key }) => key === 'x-original-to')?.value).toMatch('<anna@customer.example>');
    expect(mail).toMatchObject({ messageId: message.messageId, text: (await PostalMime.parse(message.raw)).text });
    expect(mail.replyTo).toEqual([{ name: '', address: 'support@scanware.example' }]);
  });

  it('keeps its body, also a line of it that looks like a header', async () => {
    const raw = Buffer.from('From: a@b.example\r\nTo: c@d.example\r\n\r\nTo: whom\r\n');
    await redirected.send(mailMessage({ raw }));
    expect(String(sent[0]?.raw)).toBe(
      'From: a@b.example\r\nTo: team@scanware.example\r\nX-Original-To: c@d.example\r\n\r\nTo: whom\r\n',
    );
  });

  it('that the address refuses is not refused by whom it was for', async () => {
    const refusing = new Redirected(
      {
        atOnce: 1,
        send: () => Promise.reject(new PermanentMailFailure('550 5.1.1 no such user')),
        close: async () => undefined,
      },
      'nobody@scanware.example',
    );
    const sending = refusing.send(mailMessage());
    await expect(sending).rejects.toThrow(TransientMailFailure);
    await expect(sending).rejects.toThrow('Refused for MAIL_REDIRECT_TO: 550 5.1.1 no such user');
  });
});
