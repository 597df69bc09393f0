import { setTimeout as wait } from 'node:timers/promises';
import { mkdirSync } from 'node:fs';
import { type EventStore, EventStoreDbStore, SqliteEventStore } from '@renewals/event-store';
import type { ConfiguredPolicies } from '@renewals/commands';
import {
  type Clock,
  type Configuration,
  Credentials,
  DataDirectory,
  type DirectoryIdentity,
  DirectoryLock,
  type Entropy,
  PersonalData,
  PersonKeys,
  seededEntropy,
  systemClock,
  systemEntropy,
  VirtualTime,
} from '@renewals/platform';
import { sqliteDialect, type Tables } from '@renewals/projections';
import { Kysely } from 'kysely';
import { configuredPolicies } from './policies/configured-policies';
import { type Secrets, secretsOf } from './secrets';

/** What an engine stands on, open. */
export interface Infrastructure {
  readonly configuration: Configuration;
  readonly directory: DataDirectory;
  readonly identity: DirectoryIdentity;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly secrets: Secrets;
  readonly store: EventStore;
  readonly personKeys: PersonKeys;
  readonly personal: PersonalData;
  readonly credentials: Credentials;
  readonly database: Tables;
  /** As they are configured now. What orders keep is provided as `Policies`. */
  readonly policies: ConfiguredPolicies;
  readonly readOnly: boolean;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Only reads, beside a process that writes. */
  readonly readOnly?: boolean;
  /** What a directory becomes that is not there yet; one that is there stays what it is. Default: a real one. */
  readonly identity?: DirectoryIdentity;
}

/**
 * Opens the data directory and the stores that the configuration names; makes what is missing unless `readOnly`.
 * Throws `DirectoryInUse` when another process writes to it, and `BadConfiguration`.
 */
export function openInfrastructure(
  configuration: Configuration,
  { readOnly = false, identity = {} }: OpenOptions = {},
): Infrastructure {
  const directory = new DataDirectory(configuration.DATA_DIR);
  if (!readOnly) mkdirSync(directory.path, { recursive: true });
  const lock = readOnly ? undefined : DirectoryLock.acquire(directory.path);
  try {
    if (!readOnly && !directory.exists) directory.become(identity);
    return openLocked(configuration, directory, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function openLocked(
  configuration: Configuration,
  directory: DataDirectory,
  lock: DirectoryLock | undefined,
): Infrastructure {
  const readOnly = lock === undefined;
  const { identity } = directory;
  const policies = configuredPolicies(configuration);
  const entropy = identity.virtual ? seededEntropy(identity.virtual.seed) : systemEntropy;
  const clock = identity.virtual ? VirtualTime.open(directory.clock, identity.virtual.startsAt) : systemClock;
  const secrets = secretsOf(configuration, directory, entropy);
  const personKeys = new PersonKeys(directory.personKeys, secrets.master, entropy, { readOnly });
  const credentials = new Credentials(directory.credentials, entropy, { readOnly });
  const store = openStore(configuration, directory, readOnly);
  const database: Tables = new Kysely({ dialect: sqliteDialect(directory.views, { readOnly }) });
  return {
    configuration,
    directory,
    identity,
    clock,
    entropy,
    secrets,
    store,
    personKeys,
    personal: new PersonalData(personKeys, entropy),
    credentials,
    database,
    policies,
    readOnly,
    close: async () => {
      await store.close();
      await database.destroy();
      personKeys.close();
      credentials.close();
      lock?.release();
    },
  };
}

function openStore(configuration: Configuration, directory: DataDirectory, readOnly: boolean): EventStore {
  const { EVENT_STORE, EVENT_STORE_USER, EVENT_STORE_PASSWORD, EVENT_STORE_CA_FILE } = configuration;
  if (!EVENT_STORE) return SqliteEventStore.open(directory.events, { readOnly });
  return EventStoreDbStore.connect({
    connectionString: EVENT_STORE,
    entropy: systemEntropy,
    ...(EVENT_STORE_USER && { username: EVENT_STORE_USER }),
    ...(EVENT_STORE_PASSWORD && { password: EVENT_STORE_PASSWORD }),
    ...(EVENT_STORE_CA_FILE && { tlsCaFile: EVENT_STORE_CA_FILE }),
  });
}

const SHORTEST_PAUSE = 5;
const LONGEST_PAUSE = 5_000;

/** A jittered pause that grows with the attempts, in real time also under a virtual clock: it decides nothing. */
export async function jitteredPause(attempt: number): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** attempt);
  await wait(longest * jitterOf(systemEntropy, 'pause', attempt));
}

/** From 0 to 1. */
export function jitterOf(entropy: Entropy, key: string, attempt: number): number {
  return entropy.bytes(key, 'jitter', attempt, 4).readUInt32BE() / 0xffffffff;
}

/** What the entropy of the infrastructure draws. */
export function jitterIn({ entropy }: Pick<Infrastructure, 'entropy'>): (key: string, attempt: number) => number {
  return (key, attempt) => jitterOf(entropy, key, attempt);
}
