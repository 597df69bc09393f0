import type { IsoDate, Policy } from '@renewals/licensing';
import type { DataDirectory, DirectoryIdentity } from '@renewals/platform';
import type { ConfiguredPolicies } from '@renewals/commands';
import { defaultPolicy } from './default-policy';
import { BadUsage } from '../command/bad-usage';

/** What the first import of a data directory fixes for all later ones. */
export interface ImportSettings {
  readonly policy: Policy;
  /** The day which the files describe. None yet where only they can tell. */
  readonly asOf: IsoDate | undefined;
  /** Of a virtual directory; a real one has none. */
  readonly seed: number | undefined;
}

/** Settings of which none is open. */
export type FixedSettings = ImportSettings & { readonly asOf: IsoDate };

export interface AskedSettings {
  readonly policy?: string | undefined;
  readonly asOf?: IsoDate | undefined;
  readonly virtual?: true | undefined;
  readonly seed?: number | undefined;
}

const FORMAT = 'ravenstack';
const DEFAULT_SEED = 1;

/** What is asked for, and for the rest what the directory is. Throws `BadUsage` where they differ. */
export function settled(asked: AskedSettings, directory: DataDirectory, policies: ConfiguredPolicies): ImportSettings {
  const { asOf, virtual, seed } = asked;
  if (!directory.exists) {
    if (seed !== undefined && !virtual) {
      throw new BadUsage('Only a virtual data directory has a seed: add --virtual, or leave out --seed.');
    }
    return {
      policy: policies.get(asked.policy ?? defaultPolicy()),
      asOf,
      seed: virtual && (seed ?? DEFAULT_SEED),
    };
  }
  const { identity } = directory;
  refuseOthers(asked, identity, directory.path);
  return {
    policy: policies.get(identity.import?.policy ?? asked.policy ?? defaultPolicy()),
    asOf: (identity.import?.asOf as IsoDate | undefined) ?? asOf,
    seed: identity.virtual?.seed,
  };
}

function refuseOthers({ policy, asOf, virtual, seed }: AskedSettings, identity: DirectoryIdentity, path: string): void {
  if ((virtual || seed !== undefined) && !identity.virtual) {
    throw new BadUsage(
      `The data directory ${path} is a real one and stays so. Leave out --virtual and --seed, or import into another ` +
        'directory with --data-dir.',
    );
  }
  const differing = [
    ['--policy', identity.import?.policy, policy],
    ['--as-of', identity.import?.asOf, asOf],
    ['--seed', identity.virtual?.seed, seed],
  ].filter(([, fixed, given]) => fixed !== undefined && given !== undefined && fixed !== given);
  if (differing.length === 0) return;
  const fixed = differing.map(([option, value]) => `${option} ${value}`).join(' ');
  const options = differing.map(([option]) => option).join(' and ');
  throw new BadUsage(
    `The first import into ${path} was with ${fixed}, and that stays. Leave out ${options}, or import into another ` +
      'directory with --data-dir.',
  );
}

/** What a data directory becomes by its first import. A virtual clock starts at noon (UTC) of as-of. */
export function identityOf(settings: FixedSettings): DirectoryIdentity {
  const { policy, asOf, seed } = settings;
  return {
    ...(seed !== undefined && { virtual: { seed, startsAt: Date.parse(`${asOf}T12:00:00Z`) } }),
    import: { format: FORMAT, asOf, policy: policy.id },
  };
}

/**
 * Makes them the directory's, before anything that depends on them is recorded. Called by the one process that writes.
 * Throws `BadUsage` when another import came first.
 */
export function fix(settings: FixedSettings, directory: DataDirectory): void {
  refuseOthers({ ...settings, policy: settings.policy.id }, directory.identity, directory.path);
  if (directory.identity.import) return;
  directory.become({ ...identityOf(settings), ...directory.identity });
}
