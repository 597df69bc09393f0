import { type Writable } from 'node:stream';

/** Writes each text when the one before is out, so that a slow reader holds the texts back. A reader that leaves ends it. */
export async function writeTexts(output: Writable, texts: AsyncIterable<string> | Iterable<string>): Promise<void> {
  // The failing write below reports the error; without a listener the same error would end the process.
  output.on('error', () => undefined);
  for await (const text of texts) {
    if (!(await written(output, text))) return;
  }
}

/** False when nobody reads any more. */
function written(output: Writable, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (!error) resolve(true);
      else if ('code' in error && error.code === 'EPIPE') resolve(false);
      else reject(error);
    });
  });
}
