import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from '@renewals/licensing';

/** Deeper than any body that an operation asks for. */
const DEEPEST = 32;

/**
 * An empty body is a command without fields. One that is no JSON is refused by its own code, and so is text that no
 * store and no mail can hold.
 */
export function acceptJson(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.removeContentTypeParser('text/plain');
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, {});
    void parse(request, body as string, (error, parsed: unknown) => {
      if (error) done(new Refusal('INVALID_JSON', NO_JSON));
      else if (!isReadable(parsed)) done(new Refusal('INVALID_INPUT', NOT_READABLE));
      else done(null, parsed);
    });
  });
}

const NO_JSON = 'The body is not valid JSON. Send one JSON object, as /docs describes it.';
const NOT_READABLE =
  'The body holds a NUL character, half a surrogate pair, or is nested too deeply. Send plain text in the fields that /docs describes.';

/** Goes level by level: a call for each would let a deep body use up the stack. */
function isReadable(parsed: unknown): boolean {
  let level: unknown[] = [parsed];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST || level.some((value) => typeof value === 'string' && !isText(value))) return false;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? [...Object.keys(value), ...Object.values(value)] : [],
    );
  }
  return true;
}

function isText(value: string): boolean {
  return !value.includes('\u0000') && Buffer.from(value, 'utf8').toString('utf8') === value;
}
