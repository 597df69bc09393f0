import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ConfiguredPolicies, type ConfiguredPolicy } from '@renewals/commands';
import type { Policy } from '@renewals/licensing';
import { BadConfiguration, faultsOf, yamlContent } from '@renewals/platform';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { mergedTerms, writtenAt } from './merged-terms';
import { policyFile } from './policy-file';

/** Every policy of the folder, by its file's name. Throws `BadConfiguration`, naming file, path and what is allowed. */
export function loadPolicies(folder: string): ConfiguredPolicies {
  const files = policyFiles(folder);
  if (files.length === 0) throw new BadConfiguration(`${folder} holds no policy. Put one there, as <id>.yaml.`);
  return new ConfiguredPolicies(
    new Map(files.map((file) => [basename(file, '.yaml'), loadPolicy(join(folder, file))])),
  );
}

function policyFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  } catch (error) {
    throw new BadConfiguration(`The policies in ${folder} cannot be read: ${(error as Error).message}.`);
  }
}

/** Throws `BadConfiguration`, as above. */
export function loadPolicy(file: string): ConfiguredPolicy {
  const name = `The policy ${basename(file)}`;
  const content = yamlContent(name, file);
  const parsed = policyFile.safeParse(mergedTerms(content));
  if (!parsed.success) {
    const faults = faultsOf(asWritten(parsed.error, content));
    throw new BadConfiguration(`${name} cannot be used: ${faults}.`);
  }
  const policy: Policy = { id: basename(file, '.yaml'), ...parsed.data };
  return {
    policy,
    hash: createHash('sha256')
      .update(canonicalize(policy) as string)
      .digest('hex'),
  };
}

/** Each fault once, at the place where it was written: a fault of the terms is one of every channel that they hold for. */
function asWritten({ issues }: z.ZodError, content: unknown): z.ZodError {
  const faults = issues.flatMap(meant).map((issue) => ({ ...issue, path: [...placeOf(issue, content)] }));
  return new z.ZodError([
    ...new Map(faults.map((fault) => [`${fault.path.join('.')} ${fault.message}`, fault])).values(),
  ]);
}

/** Where `none` or settings may stand, the faults of the settings. */
function meant(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const faults = issue.errors.at(-1) ?? [];
  return faults.flatMap((fault) => meant({ ...fault, path: [...issue.path, ...fault.path] }));
}

function placeOf(issue: z.core.$ZodIssue, content: unknown): readonly PropertyKey[] {
  if (issue.code !== 'unrecognized_keys') return writtenAt(issue.path, content);
  return writtenAt([...issue.path, ...issue.keys.slice(0, 1)], content).slice(0, -1);
}
