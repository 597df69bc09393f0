import { join } from 'node:path';
import type { ConfiguredPolicies } from '@renewals/commands';
import { type Configuration, packageRoot } from '@renewals/platform';
import { loadPolicies } from './load-policies';

/** The policies of the configured folder, else those that ship. Throws `BadConfiguration`. */
export function configuredPolicies({ POLICY_DIR }: Pick<Configuration, 'POLICY_DIR'>): ConfiguredPolicies {
  return loadPolicies(POLICY_DIR ?? join(packageRoot(), 'config', 'policies'));
}
