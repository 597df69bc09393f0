import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Infrastructure } from '@renewals/engine';
import { systemClock, systemEntropy } from '@renewals/platform';
import { Logger as PinoLogger } from 'nestjs-pino';
import { v4 as uuidV4 } from 'uuid';
import { problemPage } from '../../portal/src/problem-page';
import { acceptOneClick } from '../../portal/src/unsubscribe/one-click';
import { ApiModule } from './api.module';
import { acceptReports } from './bounces/accept-reports';
import { SignInLinks } from './identity/sign-in-links';
import { Metrics } from './operations/metrics';
import { logger, logRequests } from './operations/logging';
import { serveDocument } from './openapi/document';
import { ProblemFilter, unroutable } from './problems/problem-filter';
import { validation } from './problems/validation';
import { acceptJson } from './reading/accept-json';
import type { Serving } from './serving';

/** Of a request; 500 lines of a batch take a tenth of it. */
const BODY_LIMIT = 512 * 1024;
/** Of an address, between two slashes: a link that unsubscribes from many orders is one part. */
const LONGEST_PART = 1024;

/**
 * The whole server over an open infrastructure, ready to listen. Who makes it also starts and stops the `Worker` that
 * is inside, and closes app and infrastructure.
 */
export async function createApp(
  infrastructure: Infrastructure,
  given: Partial<Serving> = {},
): Promise<NestFastifyApplication> {
  const serving = servingOf(infrastructure, given);
  const log = logger(infrastructure.configuration.LOG_LEVEL);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: LONGEST_PART },
    genReqId: () => uuidV4({ random: serving.entropy.bytes('request', 'id', 0, 16) }),
    forceCloseConnections: 'idle',
    frameworkErrors: unroutable(problemPage),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.over(infrastructure, serving, log), adapter, {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(app.get(PinoLogger));
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: BODY_LIMIT });
  await app.register(helmet, {
    contentSecurityPolicy: { directives: contentSecurity },
    referrerPolicy: { policy: 'same-origin' },
    hsts: false,
  });
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(problemPage));
  acceptJson(app);
  acceptOneClick(app);
  acceptReports(app);
  const server = adapter.getInstance();
  app.get(Metrics).observe(server);
  logRequests(server, log);
  serveDocument(app);
  return app;
}

function servingOf({ identity }: Infrastructure, given: Partial<Serving>): Serving {
  const { clock = systemClock, entropy = systemEntropy } = given;
  const mode = identity.virtual ? 'virtual' : 'live';
  return { mode, clock, entropy, links: new SignInLinks(clock, entropy), ...given };
}

/** Everything that a page uses comes from this server; only Swagger UI and mails style themselves inline. */
const contentSecurity = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  frameSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'"],
  baseUri: ["'none'"],
  upgradeInsecureRequests: null,
};
