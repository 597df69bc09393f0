import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

const ROUTE = '/unsubscribe/:token';
/** The one field that is sent takes some 200 bytes. */
const BODY_LIMIT = 4096;

/** Whether a mail program sent the body, for somebody who pressed its button. */
export function isOneClick(body: unknown): boolean {
  return typeof body === 'object' && (body as Record<string, unknown> | null)?.['List-Unsubscribe'] === 'One-Click';
}

/** Mail programs may send it as `multipart/form-data` (RFC 8058), which nothing else here takes. */
export function acceptOneClick(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const options = { parseAs: 'buffer', bodyLimit: BODY_LIMIT } as const;
  server.addContentTypeParser('multipart/form-data', options, async (request: FastifyRequest, body: Buffer) => {
    if (request.routeOptions.url !== ROUTE) throw new UnsupportedMediaTypeException();
    return fieldsOf(body, request.headers['content-type'] ?? '');
  });
}

async function fieldsOf(body: Buffer, contentType: string): Promise<Record<string, unknown>> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    return Object.fromEntries(form.entries());
  } catch {
    throw new BadRequestException();
  }
}
