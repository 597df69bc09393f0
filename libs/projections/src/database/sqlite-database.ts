import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { type SqliteDatabase, SqliteDialect } from 'kysely';
import { LRUCache } from 'lru-cache';

/** Kysely's SQLite dialect over the embedded SQLite. Statements are prepared once and kept. */
export function sqliteDialect(file: string, { readOnly = false }: { readOnly?: boolean } = {}): SqliteDialect {
  return new SqliteDialect({ database: () => Promise.resolve(openDatabase(file, readOnly)) });
}

function openDatabase(file: string, readOnly: boolean): SqliteDatabase {
  const database = new DatabaseSync(file, { readOnly });
  database.exec('PRAGMA busy_timeout = 5000');
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  const prepared = new LRUCache<string, PreparedStatement>({ max: 500 });
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = new PreparedStatement(database.prepare(sql));
      prepared.set(sql, statement);
      return statement;
    },
  };
}

type Parameters = ReadonlyArray<unknown>;

/** The face that Kysely expects of a statement. */
class PreparedStatement {
  readonly reader: boolean;

  constructor(private readonly statement: StatementSyncInstance) {
    this.reader = statement.columns().length > 0;
  }

  all(parameters: Parameters): unknown[] {
    return this.statement.all(...parameters);
  }

  run(parameters: Parameters): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return this.statement.run(...parameters);
  }

  iterate(parameters: Parameters): IterableIterator<unknown> {
    return this.statement.iterate(...parameters);
  }
}
