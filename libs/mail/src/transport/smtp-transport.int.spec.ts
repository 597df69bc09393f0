import type { SMTPServerOptions } from 'smtp-server';
import { mailMessage } from './messages.spec';
import { type Cut, type RunningServer, Scissors, smtpServer } from './smtp-servers.spec';
import { SmtpTransport } from './smtp-transport';
import { PermanentMailFailure, ServerUnavailable, TransientMailFailure } from './transport';

const says = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

const refusesContent =
  (code: number, message: string): NonNullable<SMTPServerOptions['onData']> =>
  (stream, _session, next) =>
    stream.resume().on('end', () => next(says(code, message)));

async function using<Answer>(
  options: SMTPServerOptions,
  work: (transport: SmtpTransport, server: RunningServer) => Promise<Answer>,
): Promise<Answer> {
  const server = await smtpServer(options);
  const transport = new SmtpTransport(`smtp://127.0.0.1:${server.port}`);
  try {
    return await work(transport, server);
  } finally {
    await transport.close();
    await server.close();
  }
}

const failureOf = (options: SMTPServerOptions) =>
  using(options, (transport) =>
    transport.send(mailMessage()).then(
      () => 'sent',
      (error: Error) => error.name,
    ),
  );

describe('SMTP', () => {
  it('hands over the mail byte by byte, with its envelope, and answers what the server said', async () => {
    const envelopes: unknown[] = [];
    const options: SMTPServerOptions = {
      onRcptTo: ({ address }, { envelope }, next) => {
        envelopes.push([envelope.mailFrom && envelope.mailFrom.address, address]);
        next();
      },
    };
    await using(options, async (transport, { taken }) => {
      const { answer } = await transport.send(mailMessage());
      expect(answer).toBe('250 taken as 1');
      expect(taken).toEqual([mailMessage().raw.toString()]);
      expect(envelopes).toEqual([['bounces@scanware.example', 'anna@customer.example']]);
    });
  });

  it.each<[string, SMTPServerOptions]>([
    ['the recipient', { onRcptTo: (_to, _session, next) => next(says(550, '5.1.1 no such user')) }],
    ['the mail', { onData: refusesContent(554, '5.7.1 spam') }],
  ])('is final when %s is refused with 5xx', async (_what, options) =>
    expect(await failureOf(options)).toBe(PermanentMailFailure.name),
  );

  it.each<[string, SMTPServerOptions]>([
    ['the recipient is put off', { onRcptTo: (_to, _session, next) => next(says(451, 'greylisted')) }],
    ['the mail is put off', { onData: refusesContent(452, 'full') }],
    ['the mail makes the server go away', { onData: refusesContent(421, 'cannot scan it') }],
    ['the sender is put off', { onMailFrom: (_from, _session, next) => next(says(451, 'later')) }],
    ['the sender is refused', { onMailFrom: (_from, _session, next) => next(says(550, 'who are you?')) }],
    ['the relay does not relay', { onRcptTo: (_to, _session, next) => next(says(554, '5.7.1 relay denied')) }],
  ])('is tried again when %s', async (_what, options) =>
    expect(await failureOf(options)).toBe(TransientMailFailure.name),
  );

  it.each<[string, SMTPServerOptions]>([
    ['refuses the connection', { onConnect: (_session, next) => next(says(554, 'go away')) }],
    ['has too many connections', { onConnect: (_session, next) => next(says(421, 'busy')) }],
    ['goes away at MAIL', { onMailFrom: (_from, _session, next) => next(says(421, 'shutting down')) }],
    ['goes away at RCPT', { onRcptTo: (_to, _session, next) => next(says(421, 'shutting down')) }],
    ['wants us to sign in', { onMailFrom: (_from, _session, next) => next(says(530, '5.7.0 sign in')) }],
  ])('says nothing about the mail when the server %s', async (_what, options) =>
    expect(await failureOf(options)).toBe(ServerUnavailable.name),
  );

  it.each([
    ['nobody listens', 'smtp://127.0.0.1:1'],
    ['nobody knows the host', 'smtp://mail.invalid?tls=opportunistic'],
  ])('says nothing about the mail when %s', async (_what, url) => {
    const transport = new SmtpTransport(url);
    await expect(transport.send(mailMessage())).rejects.toThrow(ServerUnavailable);
    await transport.close();
  });
});

describe('a connection that is lost', () => {
  const [GREETING, EHLO, MAIL, RCPT, DATA, ANSWER] = [1, 2, 3, 4, 5, 6];

  /** Cuts the connection instead of handing on that reply: at the first mail, or at the second over one connection. */
  async function lostAt(reply: number, mail: 'first' | 'second') {
    const server = await smtpServer();
    const scissors = new Scissors(server.port, [
      { reply: mail === 'first' ? reply : reply + 4 },
      ...Array<Cut>(5).fill({ reply: 1 }),
    ]);
    const transport = new SmtpTransport(`smtp://127.0.0.1:${await scissors.listen()}`);
    try {
      if (mail === 'second') await transport.send(mailMessage());
      const failure = await transport.send(mailMessage()).catch((error: Error) => error.name);
      return { failure, taken: server.taken.length - (mail === 'second' ? 1 : 0) };
    } finally {
      await transport.close();
      await scissors.close();
      await server.close();
    }
  }

  it.each<[string, number, 'first' | 'second']>([
    ['the greeting', Number(GREETING), 'first'],
    ['EHLO', Number(EHLO), 'first'],
    ['MAIL', Number(MAIL), 'first'],
    ['RCPT', Number(RCPT), 'first'],
    ['DATA', Number(DATA), 'first'],
    ['MAIL', Number(MAIL), 'second'],
    ['RCPT', Number(RCPT), 'second'],
    ['DATA', Number(DATA), 'second'],
  ])('at %s says nothing about the mail (reply %i of the %s)', async (_what, reply, mail) =>
    expect(await lostAt(reply, mail)).toEqual({ failure: ServerUnavailable.name, taken: 0 }),
  );

  it.each(['first', 'second'] as const)('after the mail leaves unknown whether it was taken (%s)', async (mail) =>
    expect(await lostAt(Number(ANSWER), mail)).toEqual({ failure: TransientMailFailure.name, taken: 1 }),
  );

  it('costs nothing when the server ended it after some mails, as many do', async () => {
    let onThisConnection = 0;
    const options: SMTPServerOptions = {
      onConnect: (_session, next) => next((onThisConnection = 0) as never),
      onMailFrom: (_from, _session, next) => next(++onThisConnection > 2 ? says(421, 'enough') : null),
    };
    await using(options, async (transport, { taken }) => {
      for (let mails = 0; mails < 5; mails++) await transport.send(mailMessage());
      expect(taken).toHaveLength(5);
    });
  });
});
