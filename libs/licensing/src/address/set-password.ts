import { Refusal } from '../shared/refusal';
import type { PasswordSet } from './events';
import type { Address } from './state';

export interface SetPassword {
  /** Of the link that is used. */
  readonly generation: number;
  readonly credentialId: string;
}

/** Names the credential that holds from now on; the link, and every other of its time, is used up (P). */
export function setPassword(address: Address, { generation, credentialId }: SetPassword): PasswordSet[] {
  if (address.status === 'free' || address.generation !== generation) throw passwordLinkExpired();
  return [{ type: 'PasswordSet', data: { contactId: address.reservation.contactId, credentialId } }];
}

/** Said of a used, expired and forged link alike. */
export function passwordLinkExpired(): Refusal {
  return new Refusal(
    'PASSWORD_LINK_EXPIRED',
    'This link sets no password any more: it was used, or its time is over. Ask for a new one by Forgot Password?.',
  );
}
