import { SingleBar } from 'cli-progress';
import type { Host } from './host';

/** How far long work is: a bar on a terminal, nothing where stderr is none. */
export class Progress {
  private readonly bar: SingleBar;

  /** `total` is left out where nobody knows how much there is to do. */
  constructor({ stderr }: Host, what: string, total?: number) {
    this.bar = new SingleBar({
      stream: stderr,
      format: total === undefined ? `${what} {value}` : `${what} {bar} {value}/{total} ({eta_formatted})`,
      hideCursor: true,
      // Ctrl-C is the command's to handle.
      gracefulExit: false,
    });
    this.bar.start(total ?? 0, 0);
  }

  advance(by: number): void {
    this.bar.increment(by);
  }

  reach(value: number): void {
    this.bar.update(value);
  }

  stop(): void {
    this.bar.stop();
  }
}
