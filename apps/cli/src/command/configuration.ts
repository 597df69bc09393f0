import { type Configuration, configurationFrom } from '@renewals/platform';
import type { Host } from '../host/host';
import type { CommonOptions } from './every-command';

/** Of the environment; the command line goes before it. Throws `BadConfiguration`. */
export function configurationOf({ env }: Host, { dataDir }: Pick<CommonOptions, 'dataDir'>): Configuration {
  return configurationFrom({ ...env, ...(dataDir !== undefined && { DATA_DIR: dataDir }) });
}
