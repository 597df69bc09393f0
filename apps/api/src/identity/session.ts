import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'renewals-session';

export const SESSION_HOURS = 12;

/**
 * The cookie holds a signed token, which no script reads. It comes along when somebody follows a link in a mail, and with
 * no form of another site. `secure`: by TLS only.
 */
export function openSession(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: SESSION_HOURS * 3600,
  });
}

export function endSession(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' });
}

export function sessionTokenOf(request: FastifyRequest): string | undefined {
  return request.cookies[COOKIE];
}
