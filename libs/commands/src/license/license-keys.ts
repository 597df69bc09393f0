import { createHash, createHmac } from 'node:crypto';
import type { LicenseId } from '@renewals/licensing';

/** 32 characters that nobody mistakes for another: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 25;

/**
 * The keys of classic licenses. A key is derived from the license's id under a secret, so that no key ever stands in an
 * event: the log says that it was generated, and its fingerprint proves which one it was.
 */
export class LicenseKeys {
  /** `secret`: 32 bytes, kept for as long as the data. */
  constructor(private readonly secret: Buffer) {}

  /** Five groups of five characters. */
  keyOf(licenseId: LicenseId): string {
    const digest = createHmac('sha256', this.secret).update(`license key ${licenseId}`).digest();
    const letters = Array.from({ length: LENGTH }, (_, index) => ALPHABET[(digest[index] as number) % ALPHABET.length]);
    return (letters.join('').match(/.{5}/g) as string[]).join('-');
  }

  /** SHA-256 of the key, hex. */
  fingerprintOf(licenseId: LicenseId): string {
    return createHash('sha256').update(this.keyOf(licenseId)).digest('hex');
  }
}
