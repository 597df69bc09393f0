/**
 * What happens to an append:
 * - `break-before-writing`, `break-after-writing`: the connection is reset instead of an answer;
 * - `never-answer`: written, then silence;
 * - `never-answer-again`: written, then silence on this call for good;
 * - `answer-late`: written, and answered right after the next append;
 * - `commit-timeout`: written, then the answer that the real server gives to an append sent twice at once.
 */
export type AppendFault =
  | 'break-before-writing'
  | 'break-after-writing'
  | 'never-answer'
  | 'never-answer-again'
  | 'answer-late'
  | 'commit-timeout';

/** Faults for the next appends, first come first served. */
export class AppendFaults {
  private readonly queue: AppendFault[] = [];
  private readonly late: (() => void)[] = [];

  add(...faults: AppendFault[]): void {
    this.queue.push(...faults);
  }

  delay(answer: () => void): void {
    this.late.push(answer);
  }

  releaseDelayed(): void {
    for (const answer of this.late.splice(0)) answer();
  }

  next(): AppendFault | undefined {
    return this.queue.shift();
  }
}
