import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiResponse } from '@nestjs/swagger';
import { pageOf, type ProblemCode, problemCodes, statusOf, titleOf } from '../problems/codes';

export class FieldFaultDocument {
  @ApiProperty({ description: 'JSON pointer into the body, or the name of the query parameter.', example: '/lines' })
  field!: string;

  @ApiProperty({ example: 'lines must contain at least 1 elements.' })
  message!: string;
}

/** RFC 9457. */
export class ProblemDocument {
  @ApiProperty({ description: 'A page about the code.', example: pageOf('NOT_FOUND') })
  type!: string;

  @ApiProperty({ example: titleOf('NOT_FOUND') })
  title!: string;

  @ApiProperty({ example: 404, type: 'integer' })
  status!: number;

  @ApiProperty({ description: 'What programs act on: a closed list.', enum: problemCodes, enumName: 'ProblemCode' })
  code!: ProblemCode;

  @ApiProperty({ description: 'What happened, and the way out, for a person.' })
  detail!: string;

  @ApiProperty({ description: 'This very answer, to be named to the operator.', example: 'urn:uuid:…' })
  instance!: string;

  @ApiPropertyOptional({ type: [FieldFaultDocument] })
  errors?: FieldFaultDocument[];
}

/** Documents the ways in which an operation is refused, beside those that every operation has. */
export function Problems(...codes: readonly ProblemCode[]): MethodDecorator {
  const all: ProblemCode[] = [...new Set([...codes, ...everywhere])];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of all) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  return applyDecorators(
    ...[...byStatus].map(([status, codesOfStatus]) =>
      ApiResponse({
        status,
        description: codesOfStatus.map((code) => `\`${code}\``).join(', '),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/ProblemDocument' },
            examples: Object.fromEntries(codesOfStatus.map((code) => [code, { value: example(code, status) }])),
          },
        },
      }),
    ),
  );
}

const everywhere: readonly ProblemCode[] = [
  'INVALID_INPUT',
  'UNAUTHENTICATED',
  'NOT_ALLOWED',
  'UNAVAILABLE',
  'INTERNAL',
];

function example(code: ProblemCode, status: number) {
  const detail = 'What happened, and what to do about it.';
  return { type: pageOf(code), title: titleOf(code), status, code, detail, instance: INSTANCE };
}

const INSTANCE = 'urn:uuid:0b7e2f7e-0d5a-5c1e-8d53-6f5f3e0b1a11';
