import { createHash } from 'node:crypto';

/** Changes with the content, so that a browser keeps it for as long as it is right. */
export function addressOf(file: string, content: string): string {
  return `/portal/${file}?v=${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
}
