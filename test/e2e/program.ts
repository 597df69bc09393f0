import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A built program of ours in a process of its own, as a person runs it. */
export class RunningProgram {
  private output = '';

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
  }

  static start(app: 'api' | 'worker', env: Readonly<Record<string, string>>, ...words: string[]): RunningProgram {
    const program = join(__dirname, `../../dist/apps/${app}/src/main.js`);
    if (!existsSync(program)) throw new Error('Build it first: npm run build');
    const child = spawn(process.execPath, [program, ...words], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new RunningProgram(child);
  }

  /** What it said, once it says something like that. */
  async said(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.output);
      if (match) return match;
      if (this.child.exitCode !== null) throw new Error(`It ended instead: ${this.output}`);
      await Promise.race([once(this.child.stdout ?? this.child, 'data'), once(this.child, 'exit')]);
    }
  }

  stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): void {
    this.child.kill(signal);
  }

  async ended(): Promise<{ readonly exitCode: number | null; readonly output: string }> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return { exitCode: this.child.exitCode, output: this.output };
  }
}
