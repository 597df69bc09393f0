import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

/** Another process writes to this data directory. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';

  constructor(directory: string, owner: string) {
    super(
      `Another process${owner ? ` (pid ${owner})` : ''} is writing to the data directory ${directory}. ` +
        'Stop it first, or use another directory with --data-dir or DATA_DIR.',
    );
  }
}

/**
 * One writing process a directory. The lock is the operating system's, held through an open SQLite transaction, so it
 * ends with the process however that ends.
 */
export class DirectoryLock {
  private constructor(private readonly database: DatabaseSyncInstance) {}

  static acquire(directory: string): DirectoryLock {
    const owner = join(directory, 'writer.pid');
    const database = new DatabaseSync(join(directory, 'writer.lock'));
    try {
      database.exec('BEGIN EXCLUSIVE');
    } catch {
      database.close();
      throw new DirectoryInUse(directory, readOwner(owner));
    }
    writeFileSync(owner, String(process.pid));
    return new DirectoryLock(database);
  }

  release(): void {
    this.database.close();
  }
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
