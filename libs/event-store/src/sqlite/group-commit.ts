import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { StoreUnavailable } from '../errors';

interface Waiting<Work, Result> {
  readonly work: Work;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits what was asked for in one turn of the event loop together: one durable write for all of it. Each piece of
 * work answers for itself with a result or an error of its own; when the commit fails, none of it happened.
 */
export class GroupCommit<Work, Result> {
  private queue: Waiting<Work, Result>[] = [];

  constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly write: (work: Work) => Result | Error,
    private readonly committed: () => void,
  ) {}

  submit(work: Work): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.queue.length === 0) setImmediate(() => this.flush());
      this.queue.push({ work, resolve, reject });
    });
  }

  flush(): void {
    const group = this.queue;
    this.queue = [];
    if (group.length === 0) return;
    let answers: (Result | Error)[];
    try {
      this.database.exec('BEGIN IMMEDIATE');
      answers = group.map(({ work }) => this.write(work));
      this.database.exec('COMMIT');
    } catch (cause) {
      this.rollBack();
      const error = new StoreUnavailable(`The event file could not be written: ${(cause as Error).message}`, { cause });
      for (const { reject } of group) reject(error);
      return;
    }
    group.forEach(({ resolve, reject }, index) => {
      const answer = answers[index] as Result | Error;
      if (answer instanceof Error) reject(answer);
      else resolve(answer);
    });
    this.committed();
  }

  private rollBack(): void {
    try {
      this.database.exec('ROLLBACK');
    } catch {
      // No transaction was open: BEGIN itself failed.
    }
  }
}
