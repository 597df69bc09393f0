import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

const idempotencyKey = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'Sent again with the same key, a command is not done again: the first answer is given.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
});

const ifMatch = ApiHeader({
  name: 'If-Match',
  required: false,
  description: 'ETag of the read that this command builds on; refused with 412 when it is not the newest.',
  schema: { type: 'string', examples: ['"3"'] },
});

/** Headers of a command that makes something new. */
export const CreatingHeaders = (): MethodDecorator => applyDecorators(idempotencyKey);
/** Headers of a command about something that was read before. */
export const ChangingHeaders = (): MethodDecorator => applyDecorators(idempotencyKey, ifMatch);
