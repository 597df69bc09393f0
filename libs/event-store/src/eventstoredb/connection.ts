import { type BaseOptions, EventStoreDBClient } from '@eventstore/db-client';

export interface ConnectionOptions {
  /** `esdb://user:password@host:2113` for one node, several hosts or `esdb+discover://` for a cluster. */
  readonly connectionString: string;
  /** Take the place of those in the connection string. */
  readonly username?: string;
  readonly password?: string;
  /** PEM file of the authority that signed the nodes' certificates, when the system does not know it. */
  readonly tlsCaFile?: string;
}

export interface Connection {
  readonly client: EventStoreDBClient;
  /** For every call; empty where those of the connection string are meant. */
  readonly credentials: Pick<BaseOptions, 'credentials'>;
}

/** Opens nothing yet: the client connects with its first call. */
export function connectionTo({ connectionString, username, password, tlsCaFile }: ConnectionOptions): Connection {
  const credentials = username !== undefined && password !== undefined ? { credentials: { username, password } } : {};
  return { client: clientOf(withAuthority(connectionString, tlsCaFile)), credentials };
}

function clientOf(connectionString: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(connectionString);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The connection string of EventStoreDB is wrong: ${problem} Write esdb://user:password@host:2113, ` +
        'or esdb://host:2113?tls=false for a server without TLS.',
      { cause },
    );
  }
}

function withAuthority(connectionString: string, tlsCaFile: string | undefined): string {
  if (tlsCaFile === undefined) return connectionString;
  const separator = connectionString.includes('?') ? '&' : '?';
  return `${connectionString}${separator}tlsCAFile=${encodeURIComponent(tlsCaFile)}`;
}
