import type { Notice } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import canonicalize from 'canonicalize';

/** One notice about one thing, however often its events come. */
export function noticeIdOf({ kind, about }: Notice): string {
  return derivedId('notice', kind, canonicalize(about) as string);
}
