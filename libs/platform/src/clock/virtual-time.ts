import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Clock } from './clock';

/**
 * The clock of a virtual directory: it stands still until it is moved, only forwards, and is where it was left when the
 * directory is opened again. A move is in the file before anything is recorded at the new time.
 */
export class VirtualTime implements Clock {
  private constructor(
    private readonly file: string,
    private instant: number,
  ) {}

  /** `startsAt`: where the clock stands when it was never moved. */
  static open(file: string, startsAt: number): VirtualTime {
    return new VirtualTime(file, existsSync(file) ? instantIn(file) : startsAt);
  }

  now(): number {
    return this.instant;
  }

  moveTo(instant: number): void {
    if (instant < this.instant)
      throw new RangeError(`The virtual clock stands at ${iso(this.instant)}: it cannot go back.`);
    if (instant === this.instant) return;
    writeFileSync(`${this.file}.next`, `${iso(instant)}\n`);
    renameSync(`${this.file}.next`, this.file);
    this.instant = instant;
  }
}

function instantIn(file: string): number {
  const instant = Date.parse(readFileSync(file, 'utf8').trim());
  if (Number.isNaN(instant)) throw new RangeError(`${file} does not say a time. Put back what it said, in RFC 3339.`);
  return instant;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
