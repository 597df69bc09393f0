import { isIPv4 } from 'node:net';
import { BadConfiguration } from '@renewals/platform';

/** Where a mail server is, and how it is spoken to. */
export interface SmtpServer {
  readonly host: string;
  /** `undefined`: 587, or 465 for TLS from the first byte. */
  readonly port: number | undefined;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** Nothing is said in clear to a server that offers no STARTTLS. Otherwise it is used where it is offered. */
  readonly requireTLS: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
}

/**
 * `smtps://user:password@host:port`, or `smtp://…`, which must become TLS by STARTTLS, unless the server is on this
 * machine or the URL ends in `?tls=opportunistic`. Throws `BadConfiguration`, never with what the URL holds.
 */
export function smtpServerOf(url: string): SmtpServer {
  const { protocol, hostname, port, pathname, search, username, password } = parsed(url);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  if (pathname !== '' && pathname !== '/') throw new BadConfiguration('SMTP_URL ends after host and port.');
  if (secure && search !== '') throw new BadConfiguration('SMTP_URL takes nothing after smtps://host:port.');
  const requireTLS = !secure && startTls(search, host) === 'required';
  const auth = credentials(username, password);
  if (auth && !secure && !requireTLS && !isLoopback(host)) {
    throw new BadConfiguration('SMTP_URL names a password, which ?tls=opportunistic could send in clear.');
  }
  return { host, port: port === '' ? undefined : Number(port), secure, requireTLS, auth };
}

function parsed(url: string): URL {
  if (!URL.canParse(url)) throw new BadConfiguration('SMTP_URL must be like smtps://user:password@host:465.');
  return new URL(url);
}

function startTls(search: string, host: string): 'required' | 'opportunistic' {
  if (search === '') return isLoopback(host) ? 'opportunistic' : 'required';
  if (search === '?tls=required') return 'required';
  if (search === '?tls=opportunistic') return 'opportunistic';
  throw new BadConfiguration('SMTP_URL takes ?tls=required or ?tls=opportunistic, nothing else.');
}

function credentials(username: string, password: string): SmtpServer['auth'] {
  if (username === '' && password === '') return undefined;
  if (username === '' || password === '') throw new BadConfiguration('SMTP_URL needs both user and password.');
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    throw new BadConfiguration('SMTP_URL: write a % in user or password as %25.');
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
