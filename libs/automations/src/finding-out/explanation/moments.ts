import type { Instant, Zone } from '@renewals/licensing';
import { DateTime } from 'luxon';

/** `2026-02-08 09:00 Europe/Berlin (2026-02-08T08:00:00Z)` */
export function localAndUtc(at: Instant | string, zone: Zone): string {
  const instant = typeof at === 'string' ? DateTime.fromISO(at, { zone }) : DateTime.fromMillis(at, { zone });
  const utc = instant.toUTC().toISO({ suppressMilliseconds: true }) ?? '';
  return `${instant.toFormat('yyyy-MM-dd HH:mm')} ${zone} (${utc})`;
}
