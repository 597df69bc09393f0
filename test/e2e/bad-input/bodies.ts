import type { Schema } from './operations';

const ABSENT = '5b0b6c1e-3a55-5d8e-9a52-111111111111';

/** A body that has the shape which is asked for. What it names does not exist. */
export function wellFormed(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  if (schema.oneOf) return wellFormed(schema.oneOf[0] ?? {});
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, wellFormed(one)]));
    case 'array':
      return [wellFormed(schema.items ?? {})];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    default:
      return textOf(schema);
  }
}

function textOf({ format }: Schema): string {
  if (format === 'uuid') return ABSENT;
  if (format === 'date') return '2026-02-01';
  if (format === 'date-time') return '2026-02-01T10:00:00Z';
  if (format === 'email') return 'nobody@absent.example';
  return 'text';
}

export interface BadBody {
  readonly what: string;
  readonly body: unknown;
}

/** Bodies that are wrong in one place each. */
export function badBodies(schema: Schema): BadBody[] {
  const good = wellFormed(schema) as object;
  return [
    { what: 'with a field that nobody knows', body: { ...good, surprise: 1 } },
    { what: 'that is a list', body: [good] },
    ...inProperties(schema, '', (change) => change(good)),
  ];
}

type Change = (body: object) => unknown;

function inProperties(schema: Schema, path: string, wrap: (change: Change) => unknown): BadBody[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const at = `${path}/${name}`;
    const required = schema.required?.includes(name) ?? false;
    const without = ({ [name]: _gone, ...rest }: Record<string, unknown>) => rest;
    return [
      ...(required ? [{ what: `without ${at}`, body: wrap((body) => without(body as Record<string, unknown>)) }] : []),
      ...wrongValues(property).map(([what, value]) => ({
        what: `whose ${at} is ${what}`,
        body: wrap((body) => ({ ...body, [name]: value })),
      })),
      ...inProperties(property, at, (change) =>
        wrap((body) => ({ ...body, [name]: change(wellFormed(property) as object) })),
      ),
      ...inProperties(property.items ?? {}, `${at}/0`, (change) =>
        wrap((body) => ({ ...body, [name]: [change(wellFormed(property.items ?? {}) as object)] })),
      ),
    ];
  });
}

function wrongValues({ type, enum: allowed, items }: Schema): (readonly [string, unknown])[] {
  if (allowed) return [['not one of the list', 'no such choice'], ['a list', [allowed[0]]]]; // prettier-ignore
  switch (type) {
    case 'string':
      return [['a number', 4711], ['an object', {}], ['too long', 'x'.repeat(20_000)], ['a NUL', '\u0000']]; // prettier-ignore
    case 'integer':
    case 'number':
      return [['a word', 'many'], ['not a number', null], ['beyond every count', 1e300], ['a fraction', 0.5]]; // prettier-ignore
    case 'boolean':
      return [['a word', 'perhaps']];
    case 'array':
      return [['an object', {}], ['too many', Array.from({ length: 20_000 }, () => (items?.type === 'string' ? 'x' : {}))]]; // prettier-ignore
    default:
      return [['a word', 'word']];
  }
}
