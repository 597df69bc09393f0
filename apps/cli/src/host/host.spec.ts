import { EventEmitter } from 'node:events';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Host } from './host';

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: Host['exitCode'];
}

/** A host that is no process. Signals are emitted on it. */
export function aHost(streams: Partial<Pick<Host, 'stdin' | 'stdout' | 'stderr' | 'env'>> = {}): Host & EventEmitter {
  const sink = (): Writable => new PassThrough().resume();
  return Object.assign(new EventEmitter(), {
    stdin: Readable.from([]),
    stdout: sink(),
    stderr: sink(),
    env: {},
    ...streams,
  });
}

/** Runs something on a host; what it wrote, as text. */
export async function ran(
  use: (host: Host & EventEmitter) => Promise<unknown>,
  input: Pick<Host, 'stdin' | 'env'> = { stdin: Readable.from([]), env: {} },
): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const written = Promise.all([text(stdout), text(stderr)]);
  const host = aHost({ ...input, stdout, stderr });
  try {
    await use(host);
  } finally {
    stdout.end();
    stderr.end();
  }
  const [out, err] = await written;
  return { stdout: out, stderr: err, exitCode: host.exitCode };
}
