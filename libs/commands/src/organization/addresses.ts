import { createHmac } from 'node:crypto';

/** Names the stream of an e-mail address without telling the address: a keyed hash of it, normalised. */
export class Addresses {
  /** `key`: 32 bytes, kept for as long as the data. */
  constructor(private readonly key: Buffer) {}

  streamIdOf(email: string): string {
    return createHmac('sha256', this.key).update(normalised(email)).digest('hex');
  }
}

export function normalised(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
