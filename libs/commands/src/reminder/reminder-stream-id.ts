import type { IsoDate, Subject } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';

/** All decisions about one subject and expiry are one stream (domain: reminder). */
export function reminderStreamId({ kind, id }: Subject, expiresOn: IsoDate): string {
  return derivedId('reminder', kind, id, expiresOn);
}
