import { BadConfiguration } from '@renewals/platform';
import { smtpServerOf } from './smtp-server';

const secret = 'hunter2-hunter2';

describe('SMTP_URL', () => {
  it.each([
    ['smtps://mail.example', { host: 'mail.example', port: undefined, secure: true, requireTLS: false }],
    ['smtps://mail.example:4650/', { host: 'mail.example', port: 4650, secure: true, requireTLS: false }],
    ['smtp://mail.example:25', { host: 'mail.example', port: 25, secure: false, requireTLS: true }],
    ['smtp://192.0.2.7', { host: '192.0.2.7', secure: false, requireTLS: true }],
    ['smtp://127.mail.example', { host: '127.mail.example', secure: false, requireTLS: true }],
    ['smtp://mail.example?tls=opportunistic', { secure: false, requireTLS: false }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, secure: false, requireTLS: false }],
    ['smtp://127.0.0.1', { secure: false, requireTLS: false }],
    ['smtp://[::1]:25', { host: '::1', port: 25, secure: false, requireTLS: false }],
    ['smtp://localhost?tls=required', { secure: false, requireTLS: true }],
  ])('%s', (url, server) => expect(smtpServerOf(url)).toMatchObject({ ...server, auth: undefined }));

  it('may name user and password, with what has a meaning in URLs written as %xx', () =>
    expect(smtpServerOf('smtp://me%40scanware:p%25ss:w%40rd@mail.example')).toMatchObject({
      host: 'mail.example',
      auth: { user: 'me@scanware', pass: 'p%ss:w@rd' },
    }));

  it.each([
    ['?tls=off', 'smtp://mail.example?tls=off', '?tls=required or ?tls=opportunistic'],
    ['a switch for certificates', 'smtp://mail.example?tls.rejectUnauthorized=false', 'nothing else'],
    ['a switch for smtps', 'smtps://mail.example?tls.rejectUnauthorized=false', 'smtps'],
    ['a path', `smtps://mail.example/${secret}`, 'host and port'],
    ['a password that could go in clear', `smtp://me:${secret}@mail.example?tls=opportunistic`, 'in clear'],
    ['a password without a user', `smtps://:${secret}@mail.example`, 'both'],
    ['a user without a password', 'smtps://me@mail.example', 'both'],
    ['a bare %', `smtps://me:%${secret}@mail.example`, '%25'],
    ['no host', `smtps://me:${secret}@:465`, 'must be like'],
    ['a bad port', `smtps://me:${secret}@mail.example:70000`, 'must be like'],
  ])('is refused with %s', (_what, url, sentence) => {
    expect(() => smtpServerOf(url)).toThrow(BadConfiguration);
    expect(() => smtpServerOf(url)).toThrow(sentence);
    expect(() => smtpServerOf(url)).not.toThrow(secret);
  });
});
