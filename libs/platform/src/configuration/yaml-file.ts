import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { BadConfiguration, faultsOf } from './bad-configuration';

/** `what` names the file in the sentences. Throws `BadConfiguration` where it cannot be read, or is no YAML. */
export function yamlContent(what: string, file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BadConfiguration(`${what} is no YAML: ${(error as Error).message}`);
  }
}

/** As `yamlContent`, and throws `BadConfiguration` with each place that the schema does not allow. */
export function yamlFile<Schema extends z.ZodType>(what: string, file: string, schema: Schema): z.output<Schema> {
  return allowed(what, schema.safeParse(yamlContent(what, file)));
}

export function allowed<Value>(what: string, parsed: z.ZodSafeParseResult<Value>): Value {
  if (parsed.success) return parsed.data;
  throw new BadConfiguration(`${what} cannot be used: ${faultsOf(parsed.error)}.`);
}
