import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ConfiguredPolicy, Policies } from '@renewals/commands';
import type { Policy } from '@renewals/licensing';
import { BadConfiguration, faultsOf } from '@renewals/platform';
import canonicalize from 'canonicalize';
import { parse } from 'yaml';
import { policyFile } from './policy-file';

/** Every policy of the folder, by its file's name. Throws `BadConfiguration`, naming file, path and what is allowed. */
export function loadPolicies(folder: string): Policies {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return new Policies(new Map(files.map((file) => [basename(file, '.yaml'), loadPolicy(join(folder, file))])));
}

function loadPolicy(file: string): ConfiguredPolicy {
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BadConfiguration(`The policy ${basename(file)} is no YAML: ${(error as Error).message}`);
  }
  const parsed = policyFile.safeParse(content);
  if (!parsed.success)
    throw new BadConfiguration(`The policy ${basename(file)} cannot be used: ${faultsOf(parsed.error)}.`);
  const policy: Policy = { id: basename(file, '.yaml'), ...parsed.data };
  return {
    policy,
    hash: createHash('sha256')
      .update(canonicalize(policy) as string)
      .digest('hex'),
  };
}
