import type { SMTPServerOptions } from 'smtp-server';
import { composeMail } from '../compose/compose-mail';
import { ANNA, dueReminder, reminderContent } from '../compose/examples.spec';
import { smtpServer } from './smtp-servers.spec';
import { SmtpTransport } from './smtp-transport';
import { PermanentMailFailure, TransientMailFailure } from './transport';

const says = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

async function sendTo(options: SMTPServerOptions, url = (port: number) => `smtp://127.0.0.1:${port}`) {
  const server = await smtpServer(options);
  const transport = new SmtpTransport(url(server.port));
  const message = await composeMail(dueReminder(), ANNA, reminderContent(), Date.parse('2026-01-09T08:00:00Z'));
  try {
    return { ...(await transport.send(message)), message, taken: server.taken };
  } finally {
    await transport.close();
    await server.close();
  }
}

describe('SMTP', () => {
  it('hands over the mail byte by byte, with its envelope, and answers what the server said', async () => {
    const envelopes: unknown[] = [];
    const { answer, message, taken } = await sendTo({
      onRcptTo: ({ address }, { envelope }, next) => {
        envelopes.push([envelope.mailFrom && envelope.mailFrom.address, address]);
        next();
      },
    });
    expect(answer).toBe('250 taken as 1');
    expect(taken).toEqual([message.raw.toString()]);
    expect(envelopes).toEqual([['renewals@scanware.example', 'anna@customer.example']]);
  });

  it.each<[string, SMTPServerOptions]>([
    ['the recipient', { onRcptTo: (_to, _session, next) => next(says(550, 'no such user')) }],
    ['the mail', { onData: (stream, _session, next) => stream.resume().on('end', () => next(says(554, 'spam'))) }],
  ])('is final when %s is refused with 5xx', async (_what, options) => {
    await expect(sendTo(options)).rejects.toThrow(PermanentMailFailure);
  });

  it.each<[string, SMTPServerOptions]>([
    ['the recipient is put off', { onRcptTo: (_to, _session, next) => next(says(451, 'greylisted')) }],
    [
      'the mail is put off',
      { onData: (stream, _session, next) => stream.resume().on('end', () => next(says(452, 'full'))) },
    ],
    ['we may not send', { onMailFrom: (_from, _session, next) => next(says(550, 'who are you?')) }],
    ['we may not connect', { onConnect: (_session, next) => next(says(554, 'go away')) }],
  ])('is tried again when %s', async (_what, options) => {
    await expect(sendTo(options)).rejects.toThrow(TransientMailFailure);
  });

  it('is tried again when we cannot sign in', async () => {
    const options: SMTPServerOptions = {
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, next) => next(says(535, 'wrong password')),
    };
    await expect(sendTo(options, (port) => `smtp://me:secret@127.0.0.1:${port}`)).rejects.toThrow(TransientMailFailure);
  });

  it('is tried again when nobody listens', async () => {
    await expect(sendTo({}, () => 'smtp://127.0.0.1:1')).rejects.toThrow(TransientMailFailure);
  });

  it.each<[string, SMTPServerOptions, string]>([
    ['STARTTLS', { disabledCommands: ['AUTH'] }, 'smtp'],
    ['TLS', { disabledCommands: ['AUTH'], secure: true }, 'smtps'],
  ])('hands nothing to a server whose certificate does not verify, by %s', async (_what, options, scheme) => {
    jest.spyOn(console, 'error').mockImplementation(); // The server warns of its certificate.
    await expect(sendTo(options, (port) => `${scheme}://127.0.0.1:${port}`)).rejects.toThrow(/certificate/);
  });
});
