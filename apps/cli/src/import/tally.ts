import type { RowResult } from './destination';
import type { Rejection, StatusAsOf } from './ravenstack';

export interface Changes {
  created: number;
  unchanged: number;
}

/** What became of the rows of an import. */
export class Tally {
  readonly organizations: Changes = { created: 0, unchanged: 0 };
  /** The states are those at as-of, of all that were accepted. */
  readonly licenses: Changes & Record<StatusAsOf, number> = {
    created: 0,
    unchanged: 0,
    active: 0,
    terminated: 0,
    trial: 0,
    expired: 0,
  };
  notYetStarted = 0;
  private readonly rejections: Rejection[];

  constructor(unreadable: readonly Rejection[]) {
    this.rejections = [...unreadable];
  }

  /** By file and line. */
  get rejected(): readonly Rejection[] {
    return this.rejections.toSorted((one, other) =>
      one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1,
    );
  }

  organization(file: string, line: number, result: RowResult): void {
    if (typeof result === 'string') this.organizations[result] += 1;
    else this.rejections.push({ file, line, ...result });
  }

  license(file: string, line: number, result: RowResult, status: StatusAsOf): void {
    if (typeof result !== 'string') return void this.rejections.push({ file, line, ...result });
    this.licenses[result] += 1;
    this.licenses[status] += 1;
  }
}
