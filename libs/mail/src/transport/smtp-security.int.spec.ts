import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SMTPServerOptions } from 'smtp-server';
import { mailMessage } from './messages.spec';
import { type RunningServer, smtpServer } from './smtp-servers.spec';
import { SmtpTransport } from './smtp-transport';
import { ServerUnavailable } from './transport';

const file = (name: string) => readFileSync(join(__dirname, 'test-certificates', name), 'utf8');
const ca = file('authority.pem');
/** For `localhost` and 127.0.0.1, by that authority. */
const certified = { cert: file('localhost.pem'), key: file('server.private-key-for-tests-only.pem') };

const inClear: SMTPServerOptions = { disabledCommands: ['STARTTLS', 'AUTH'] };
const startTls: SMTPServerOptions = { disabledCommands: ['AUTH'], ...certified };
const tls: SMTPServerOptions = { ...startTls, secure: true };
const signIn: SMTPServerOptions = {
  disabledCommands: [],
  ...certified,
  onAuth: ({ username, password }, _session, next) =>
    username === 'me@scanware' && password === 'p%ss:w@rd'
      ? next(null, { user: username })
      : next(Object.assign(new Error('wrong password'), { responseCode: 535 })),
};
const me = 'me%40scanware:p%25ss:w%40rd@';

async function sendTo(
  options: SMTPServerOptions,
  url: (port: number) => string,
  trust: { ca?: string } = { ca },
): Promise<{ taken: number; failure?: Error; encrypted: boolean }> {
  let encrypted = false;
  const server: RunningServer = await smtpServer({
    ...options,
    onMailFrom: (_from, { secure }, next) => {
      encrypted = secure;
      next();
    },
  });
  const transport = new SmtpTransport(url(server.port), trust);
  try {
    await transport.send(mailMessage());
    return { taken: server.taken.length, encrypted };
  } catch (failure) {
    return { taken: server.taken.length, failure: failure as Error, encrypted };
  } finally {
    await transport.close();
    await server.close();
  }
}

beforeEach(() => void jest.spyOn(console, 'error').mockImplementation()); // The server warns of its own certificate.

describe('a connection to the mail server', () => {
  it.each<[string, SMTPServerOptions, (port: number) => string]>([
    ['from the first byte', tls, (port) => `smtps://localhost:${port}`],
    ['by STARTTLS', startTls, (port) => `smtp://localhost:${port}?tls=required`],
    ['where it is offered', startTls, (port) => `smtp://127.0.0.1:${port}`],
  ])('is encrypted %s', async (_how, options, url) =>
    expect(await sendTo(options, url)).toEqual({ taken: 1, encrypted: true }),
  );

  it.each<[string, SMTPServerOptions, string]>([
    ['smtps', { disabledCommands: ['AUTH'], secure: true }, ''],
    ['smtp', { disabledCommands: ['AUTH'] }, '?tls=required'],
    ['smtp', { disabledCommands: ['AUTH'] }, '?tls=opportunistic'],
  ])('is none to a server with an unknown certificate, by %s', async (scheme, options, query) => {
    const { taken, failure } = await sendTo(options, (port) => `${scheme}://localhost:${port}${query}`);
    expect(taken).toBe(0);
    expect(failure).toBeInstanceOf(ServerUnavailable);
    expect(failure?.message).toMatch(/certificate/);
  });

  it('is none to a server whose certificate is by an authority that is not trusted', async () => {
    const { taken, failure } = await sendTo(tls, (port) => `smtps://localhost:${port}`, {});
    expect(taken).toBe(0);
    expect(failure).toBeInstanceOf(ServerUnavailable);
    expect(failure?.message).toMatch(/certificate/);
  });

  it('is none to a server whose certificate is for another host', async () => {
    const options = { ...tls, cert: file('another-host.pem') };
    const { taken, failure } = await sendTo(options, (port) => `smtps://localhost:${port}`);
    expect(taken).toBe(0);
    expect(failure).toBeInstanceOf(ServerUnavailable);
    expect(failure?.message).toMatch(/another\.example/);
  });

  it('is none to a server that must offer STARTTLS and does not: the sentence says what to set', async () => {
    const { taken, failure } = await sendTo(inClear, (port) => `smtp://localhost:${port}?tls=required`);
    expect(taken).toBe(0);
    expect(failure).toBeInstanceOf(ServerUnavailable);
    expect(failure?.message).toMatch('?tls=opportunistic');
  });

  it('is in clear only where that is allowed', async () =>
    expect(await sendTo(inClear, (port) => `smtp://localhost:${port}?tls=opportunistic`)).toEqual({
      taken: 1,
      encrypted: false,
    }));
});

describe('signing in to the mail server', () => {
  it('is done with the user and password of the URL', async () =>
    expect(await sendTo(signIn, (port) => `smtp://${me}localhost:${port}?tls=required`)).toMatchObject({ taken: 1 }));

  it.each<[string, SMTPServerOptions, string]>([
    ['the password is wrong', signIn, 'me%40scanware:another@'],
    ['the server takes none', startTls, me],
  ])('says nothing about the mail when %s, and never the password', async (_what, options, who) => {
    const { taken, failure } = await sendTo(options, (port) => `smtp://${who}localhost:${port}?tls=required`);
    expect(taken).toBe(0);
    expect(failure).toBeInstanceOf(ServerUnavailable);
    expect(failure?.message).not.toMatch(/another|p%ss/);
  });
});
