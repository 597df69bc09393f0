import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory of its own for the files of one run; the disk that it is on is the one that is measured. */
export class Workspace {
  private made = 0;

  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
  }

  /** In `BENCH_DIR`, else where the system keeps temporary files. */
  static make(): Workspace {
    return new Workspace(mkdtempSync(join(process.env['BENCH_DIR'] ?? tmpdir(), 'renewals-bench-')));
  }

  /** A path that nothing is at yet. */
  fresh(name: string): string {
    return join(this.path, `${name}-${process.pid}-${this.made++}`);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
