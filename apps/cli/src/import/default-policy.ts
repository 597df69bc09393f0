import { join } from 'node:path';
import { packageRoot, yamlFile } from '@renewals/platform';
import { z } from 'zod';

const defaults = z.strictObject({ policy: z.string().min(1) });

/** What `config/import.yaml` says. Throws `BadConfiguration`. */
export function defaultPolicy(): string {
  return yamlFile('config/import.yaml', join(packageRoot(), 'config', 'import.yaml'), defaults).policy;
}
