import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { project } from './project';

const where = z.array(z.string()).nonempty();
const statement = z.union([
  z.strictObject({ kind: z.enum(['navigation', 'picture', 'marketing']), says: z.string() }),
  z.strictObject({ says: z.string(), where }),
]);
const documents = z.record(
  z.string().regex(/^[A-Z]$/),
  z.strictObject({ title: z.string(), statements: z.record(z.string(), statement) }),
);

export type Behaviour = Extract<z.infer<typeof statement>, { where: unknown }>;
export type Statement = z.infer<typeof statement>;
export type Documents = z.infer<typeof documents>;

export function statedDocuments(): Documents {
  return documents.parse(parse(readFileSync(join(project, 'docs/coverage/statements.yaml'), 'utf8')));
}

export function isBehaviour(stated: Statement): stated is Behaviour {
  return 'where' in stated;
}

export function statementsOf(stated: Documents): ReadonlyMap<string, Statement> {
  return new Map(Object.values(stated).flatMap(({ statements }) => Object.entries(statements)));
}
