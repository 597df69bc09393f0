import { Refusal } from '@renewals/licensing';

/** A strong entity tag: the revision of the stream. */
export function etagOf(revision: number): string {
  return `"${revision}"`;
}

/** Of an `If-Match`; `undefined` where there is none, or any will do. */
export function revisionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const [, revision] = /^"(\d{1,15})"$/.exec(ifMatch) ?? [];
  if (revision !== undefined) return Number(revision);
  throw new Refusal('INVALID_INPUT', 'If-Match is the ETag of a read, such as "3". Read again, and send what it said.');
}
