import type { Readable, Writable } from 'node:stream';

/** What asks a program to stop: Ctrl-C, or whoever supervises it. */
export type StopSignal = 'SIGINT' | 'SIGTERM';

/** What of the process a command uses. */
export interface Host {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  exitCode?: NodeJS.Process['exitCode'];
  on(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
  off(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
}
