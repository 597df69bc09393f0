import { createCipheriv, createDecipheriv } from 'node:crypto';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { LRUCache } from 'lru-cache';
import type { Entropy } from '../entropy/entropy';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A person's key does not open: nothing that names people can be read or written until the right master key is set. */
export class WrongMasterKey extends Error {
  override readonly name = 'WrongMasterKey';

  constructor(person: string, options?: ErrorOptions) {
    super(
      `The key of person ${person} does not open with this master key. Set MASTER_KEY to the one that this data ` +
        'directory was made with, or put its master.key back.',
      options,
    );
  }
}

/**
 * One key per person, each wrapped by the master key, in a file of its own. A new key is on disk before `keyFor`
 * answers, so nothing is ever sealed under a key that a crash could lose. An erased key stays erased: the row remains
 * without its key, and the person gets no second one.
 */
export class PersonKeys {
  private readonly database: DatabaseSyncInstance;
  private readonly unwrapped = new LRUCache<string, Buffer>({ max: 10_000 });
  private readonly select: StatementSyncInstance;
  private readonly insert: StatementSyncInstance;

  /** `masterKey`: 32 bytes. */
  constructor(
    file: string,
    private readonly masterKey: Buffer,
    private readonly entropy: Entropy,
    { readOnly = false }: { readOnly?: boolean } = {},
  ) {
    this.database = new DatabaseSync(file, { readOnly });
    this.database.exec('PRAGMA busy_timeout = 5000');
    if (!readOnly) {
      this.database.exec(`
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
        CREATE TABLE IF NOT EXISTS person_key (person TEXT PRIMARY KEY, wrapped BLOB) STRICT, WITHOUT ROWID;
      `);
    }
    this.select = this.database.prepare('SELECT wrapped FROM person_key WHERE person = ?');
    this.insert = this.database.prepare('INSERT INTO person_key (person, wrapped) VALUES (?, ?)');
  }

  /** The person's key, made at first use; `undefined` once it was erased. */
  keyFor(person: string): Buffer | undefined {
    const existing = this.existingKey(person);
    if (existing !== 'none') return existing;
    const key = this.entropy.bytes(person, 'person-key', 0, 32);
    this.insert.run(person, this.wrap(person, key));
    this.unwrapped.set(person, key);
    return key;
  }

  /** As `keyFor`, but makes none. */
  knownKey(person: string): Buffer | undefined {
    const existing = this.existingKey(person);
    return existing === 'none' ? undefined : existing;
  }

  /** Forgets the key for good: what was sealed under it can never be read again. */
  erase(person: string): void {
    this.database
      .prepare(
        'INSERT INTO person_key (person, wrapped) VALUES (?, NULL) ON CONFLICT (person) DO UPDATE SET wrapped = NULL',
      )
      .run(person);
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.unwrapped.delete(person);
  }

  close(): void {
    this.database.close();
  }

  private existingKey(person: string): Buffer | 'none' | undefined {
    const cached = this.unwrapped.get(person);
    if (cached) return cached;
    const row = this.select.get(person) as { wrapped: Uint8Array | null } | undefined;
    if (!row) return 'none';
    if (!row.wrapped) return undefined;
    const key = this.unwrap(person, Buffer.from(row.wrapped));
    this.unwrapped.set(person, key);
    return key;
  }

  private wrap(person: string, key: Buffer): Buffer {
    const nonce = this.entropy.bytes(person, 'person-key-nonce', 0, NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.masterKey, nonce).setAAD(Buffer.from(person));
    return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  private unwrap(person: string, wrapped: Buffer): Buffer {
    const decipher = createDecipheriv(CIPHER, this.masterKey, wrapped.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(person))
      .setAuthTag(wrapped.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw new WrongMasterKey(person, { cause });
    }
  }
}
