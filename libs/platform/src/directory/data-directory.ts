import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** What a data directory is, fixed when it is first used. */
export interface DirectoryIdentity {
  /** A virtual directory has its own clock and draws everything from a seed. It never becomes a real one. */
  readonly virtual?: {
    readonly seed: number;
    /** Where its clock starts, milliseconds since the epoch. */
    readonly startsAt: number;
  };
  /** Fixed by the first import. */
  readonly import?: { readonly format: string; readonly asOf: string; readonly policy: string };
}

/** Where things are kept. */
export class DataDirectory {
  constructor(readonly path: string) {}

  get exists(): boolean {
    return existsSync(this.file('directory.json'));
  }

  get identity(): DirectoryIdentity {
    if (!this.exists) return {};
    return JSON.parse(readFileSync(this.file('directory.json'), 'utf8')) as DirectoryIdentity;
  }

  /** Written through to the disk before anything that depends on it is. */
  become(identity: DirectoryIdentity): void {
    mkdirSync(this.path, { recursive: true });
    writeFileAtomic.sync(this.file('directory.json'), `${JSON.stringify(identity, null, 2)}\n`, { fsync: true });
  }

  get events(): string {
    return this.file('events.db');
  }

  /** Views, deadlines, outbox, checkpoints. */
  get views(): string {
    return this.file('views.db');
  }

  get personKeys(): string {
    return this.file('person-keys.db');
  }

  /** Hashes of passwords. */
  get credentials(): string {
    return this.file('credentials.db');
  }

  get masterKey(): string {
    return this.file('master.key');
  }

  get signingKey(): string {
    return this.file('signing.key');
  }

  /** Where a virtual directory's clock stands. */
  get clock(): string {
    return this.file('clock');
  }

  get mail(): string {
    return this.file('mail');
  }

  /** Where bounces and complaints are dropped. */
  get bounces(): string {
    return this.file('bounces');
  }

  private file(name: string): string {
    return join(this.path, name);
  }
}
