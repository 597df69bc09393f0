import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { aHost } from './host.spec';
import { Progress } from './progress';

async function shown(stderr: PassThrough): Promise<string> {
  const written = text(stderr);
  const progress = new Progress(aHost({ stderr }), 'Importing', 40);
  progress.advance(10);
  progress.reach(40);
  progress.stop();
  stderr.end();
  return written;
}

describe('progress', () => {
  it('is a bar on a terminal', async () => {
    const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
    expect(await shown(terminal)).toMatch(/Importing .* 40\/40/);
  });

  it('is silent where nobody watches', async () => {
    expect(await shown(new PassThrough())).toBe('');
  });
});
