import type { LicenseId } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';

/** What the clients of a license point at: no secret, and the same at every try. Like `7F3A-09C2-5B1E-D840`. */
export function handshakeCodeOf(licenseId: LicenseId): string {
  const digits = derivedId('handshake code', licenseId).replaceAll('-', '').slice(-16).toUpperCase();
  return (digits.match(/.{4}/g) as string[]).join('-');
}
