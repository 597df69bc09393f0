import { enforce, refused, type Rule } from '../shared/rule';
import type { StreamDefinition } from '../shared/stream';
import { UnknownEvent } from '../shared/unreadable-history';
import type { AddressEvent, AddressReserved } from './events';

export type Address = FreeAddress | ReservedAddress;

export interface FreeAddress {
  readonly status: 'free';
}

export interface ReservedAddress extends Readonly<Pick<AddressReserved, 'data'>> {
  readonly status: 'reserved';
}

export type ReserveAddress = AddressReserved['data'];

const isNobodyElses: Rule<Address, ReserveAddress, object> = (address, { contactId }) =>
  address.status === 'free' || address.data.contactId === contactId
    ? undefined
    : refused('NOT_ALLOWED', 'This e-mail address has an account already. Sign in with it, or use another address.');

const rules = [isNobodyElses];

/** Gives an e-mail address to one person for good, so that two purchases cannot open two accounts for it. */
export function reserveAddress(address: Address, command: ReserveAddress): AddressReserved[] {
  enforce(rules, address, command, {});
  return address.status === 'reserved' ? [] : [{ type: 'AddressReserved', data: command }];
}

function evolve(_address: Address, event: AddressEvent): Address {
  switch (event.type) {
    case 'AddressReserved':
      return { status: 'reserved', data: event.data };
    default:
      throw new UnknownEvent('address', event as never);
  }
}

export const addressStream: StreamDefinition<Address, AddressEvent> = {
  category: 'address',
  initial: { status: 'free' },
  evolve,
};
