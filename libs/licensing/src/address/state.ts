import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { ContactId } from '../shared/words';
import type { AddressEvent, AddressReserved, NewsletterPreferencesChanged, PasswordLinkRequested } from './events';

export type Address = FreeAddress | ReservedAddress;

interface AnyAddress {
  /** Counts what ends a password link: each password that was set, and each release. */
  readonly generation: number;
  /** None while nobody ever chose. Whoever has the address next has not chosen yet. */
  readonly newsletter?: NewsletterPreferencesChanged['data'];
  /** For whom the address was sealed when it was subscribed before it had an account. */
  readonly visitor?: ContactId;
}

export interface FreeAddress extends AnyAddress {
  readonly status: 'free';
}

export interface ReservedAddress extends AnyAddress {
  readonly status: 'reserved';
  readonly reservation: AddressReserved['data'];
  /** None until the first password is set. */
  readonly credentialId?: string;
  /** The last one that was asked for since. */
  readonly link?: Pick<PasswordLinkRequested['data'], 'policy' | 'expiresAt'>;
}

function evolve(address: Address, event: AddressEvent): Address {
  switch (event.type) {
    case 'AddressReserved': {
      const { status: _free, ...kept } = address;
      return { ...kept, status: 'reserved', reservation: event.data };
    }
    case 'AddressReleased':
      return { status: 'free', generation: address.generation + 1 };
    case 'NewsletterPreferencesChanged':
      return subscribed(address, event);
    case 'PasswordLinkRequested': {
      const { policy, expiresAt } = event.data;
      return { ...reserved(address, event), link: { policy, expiresAt } };
    }
    case 'PasswordSet': {
      const { link: _used, ...rest } = reserved(address, event);
      return { ...rest, generation: rest.generation + 1, credentialId: event.data.credentialId };
    }
    default:
      throw new UnknownEvent('address', event);
  }
}

function subscribed(address: Address, { data }: NewsletterPreferencesChanged): Address {
  const visitor = address.status === 'free' && data.subscribed ? data.email.$personal : address.visitor;
  return { ...address, newsletter: data, ...(visitor && { visitor }) };
}

function reserved(address: Address, event: AddressEvent): ReservedAddress {
  if (address.status === 'free') throw new EventOutOfPlace('address', event, address.status);
  return address;
}

export const addressStream: StreamDefinition<Address, AddressEvent> = {
  category: 'address',
  initial: { status: 'free', generation: 0 },
  evolve,
};
