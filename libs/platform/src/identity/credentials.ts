import { scrypt, timingSafeEqual } from 'node:crypto';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Entropy } from '../entropy/entropy';

/** What scrypt takes: 32 MiB and some 80 ms. Kept with each row, so that it can be raised for new ones. */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
const HASH_BYTES = 32;
const SALT_BYTES = 16;

export interface Credential {
  readonly id: string;
  /** Names the stream of the address that it signs in for. */
  readonly address: string;
}

interface Row {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
  readonly cost: number;
}

/**
 * Hashes of passwords, in a file outside the log. A row is on disk before `keep` answers, and so before the event that
 * names it; a row that no event names lets nobody in.
 */
export class Credentials {
  private readonly database: DatabaseSyncInstance;

  constructor(
    file: string,
    private readonly entropy: Entropy,
    { readOnly = false }: { readOnly?: boolean } = {},
  ) {
    this.database = new DatabaseSync(file, { readOnly });
    this.database.exec('PRAGMA busy_timeout = 5000');
    if (!readOnly) {
      this.database.exec(`
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
        CREATE TABLE IF NOT EXISTS credential
          (id TEXT PRIMARY KEY, address TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL, cost INTEGER NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS credential_address ON credential (address);
      `);
    }
  }

  /** The first password of an id stays: what comes again is the same command again. */
  async keep({ id, address }: Credential, password: string): Promise<void> {
    const salt = this.entropy.bytes(id, 'password-salt', 0, SALT_BYTES);
    const hash = await hashOf(password, salt, COST.N);
    this.database
      .prepare('INSERT INTO credential (id, address, salt, hash, cost) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(id, address, salt, hash, COST.N);
  }

  /** Takes as long for an id that is unknown or left out. */
  async matches(id: string | undefined, password: string): Promise<boolean> {
    const row = this.database.prepare('SELECT salt, hash, cost FROM credential WHERE id = ?').get(id ?? '') as
      Row | undefined;
    const { salt, hash, cost } = row ?? NOBODYS;
    const found = await hashOf(password, salt, cost);
    return timingSafeEqual(found, hash) && row !== undefined;
  }

  forget(id: string): void {
    this.database.prepare('DELETE FROM credential WHERE id = ?').run(id);
  }

  forgetAllOf(address: string): void {
    this.database.prepare('DELETE FROM credential WHERE address = ?').run(address);
  }

  close(): void {
    this.database.close();
  }
}

const NOBODYS: Row = { salt: new Uint8Array(SALT_BYTES), hash: new Uint8Array(HASH_BYTES), cost: COST.N };

function hashOf(password: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const settings = { ...COST, N: cost, maxmem: 256 * cost * COST.r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, HASH_BYTES, settings, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}
