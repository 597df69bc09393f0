import { type Instant, Refusal } from '@renewals/licensing';

/** The instant that an RFC 3339 text says. Throws `INVALID_DATE` for one that no clock shows. */
export function instantOf(text: string): Instant {
  const instant = Date.parse(text);
  if (!Number.isNaN(instant)) return instant;
  throw new Refusal('INVALID_DATE', `${text} is no instant. Write it in RFC 3339, such as 2026-03-10T09:30:00Z.`);
}
