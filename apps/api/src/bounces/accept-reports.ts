import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

export const REPORTS = '/mails/bounces';
/** A report brings the whole mail back, with what was attached to it. */
const BODY_LIMIT = 2 * 1024 * 1024;

/** Only reports are mails; any other operation takes JSON. */
export function acceptReports(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const options = { parseAs: 'buffer', bodyLimit: BODY_LIMIT } as const;
  server.addContentTypeParser('message/rfc822', options, async (request: FastifyRequest, body: Buffer) => {
    if (request.routeOptions.url !== REPORTS) throw new UnsupportedMediaTypeException();
    return body;
  });
}
