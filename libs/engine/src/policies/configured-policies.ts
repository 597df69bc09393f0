import { join } from 'node:path';
import type { Policies } from '@renewals/commands';
import { packageRoot } from '@renewals/platform';
import { loadPolicies } from './load-policies';

/** The policies of `config/policies`. Throws `BadConfiguration`. */
export function configuredPolicies(): Policies {
  return loadPolicies(join(packageRoot(), 'config', 'policies'));
}
