import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerTo, type Problem } from './problem';

/** Writes a problem as a page; `undefined` where a program is asking. */
export type ProblemPage = (problem: Problem, request: FastifyRequest) => string | undefined;

const log = new Logger('http');

/** Every error leaves as a problem: JSON for programs, a page for people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly page: ProblemPage) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { problem, retryAfter, isFault } = answerTo(error);
    if (isFault) log.error({ err: error, requestId: request.id }, 'A request failed');
    if (reply.sent) return;
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="renewals"');
    write(problem, request, reply, this.page);
  }
}

/** An address that no router reads: too long, or wrongly escaped. */
export function unroutable(page: ProblemPage) {
  return (_error: unknown, request: FastifyRequest, reply: FastifyReply): void =>
    write(answerTo(new NotFoundException()).problem, request, reply, page);
}

function write(problem: Problem, request: FastifyRequest, reply: FastifyReply, pageOf: ProblemPage): void {
  const page = pageOf(problem, request);
  reply.status(problem.status);
  if (page !== undefined) {
    void reply.type('text/html; charset=utf-8').send(page);
    return;
  }
  const body = { ...problem, instance: `urn:uuid:${request.id}` };
  void reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
}
