import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemDocument } from './problems';

const description = `The renewal engine: no renewal missed, none doubled, every step provable.

Dates are ISO dates, instants RFC 3339 in UTC, money \`{ amountMinor, currency }\` in whole minor units, ids UUIDs.
A command answers with the new \`revision\` of what it changed; a read that must show it takes \`?atLeast=revision\`.
Every error is \`application/problem+json\`: programs act on \`code\`, people read \`detail\`.
Make a token with \`renewals token --role sales\`.`;

/** Serves the document at /openapi.json and Swagger UI at /docs, all from this server. */
export function serveDocument(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Renewals API',
  });
}

export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Renewals')
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, settings, { extraModels: [ProblemDocument] });
}
