import type { FastifyInstance } from 'fastify';
import type { Params } from 'nestjs-pino';
import { destination, type Logger, pino } from 'pino';

/** Written beside the requests, not within them. */
export function logger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination({ dest: 2, sync: false }));
}

/** Nest's own warnings go to the same place; requests are told by `logRequests`, which costs no middleware. */
export function loggingOver(log: Logger): Params {
  return {
    pinoHttp: { logger: log.child({}, { level: log.isLevelEnabled('debug') ? log.level : quieter(log.level) }) },
    forRoutes: [],
  };
}

/** How each route was mapped at start is nobody's concern. */
function quieter(level: string): string {
  return level === 'info' ? 'warn' : level;
}

/** The pattern of the route, never the address, the headers or the body: they may hold secrets and personal data. */
export function logRequests(server: FastifyInstance, log: Logger): void {
  if (!log.isLevelEnabled('info')) return;
  server.addHook('onResponse', (request, reply, done) => {
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        ...(request.caller && { role: request.caller.role }),
      },
      'answered',
    );
    done();
  });
}
