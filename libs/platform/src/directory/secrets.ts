import { existsSync, readFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';

/** Reads a secret of 32 bytes from its file; makes it at first use, readable by its owner only. */
export function secretFrom(file: string, make: () => Buffer): Buffer {
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  const secret = make();
  writeFileAtomic.sync(file, `${secret.toString('base64')}\n`, { mode: 0o600, fsync: true });
  return secret;
}
