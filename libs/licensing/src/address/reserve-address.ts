import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import type { AddressReleased, AddressReserved } from './events';
import type { Address } from './state';

export type ReserveAddress = AddressReserved['data'];

export interface ReleaseAddress {
  readonly contactId: ContactId;
  readonly by: Actor;
}

const isNobodyElses: Rule<Address, ReserveAddress, object> = (address, command) =>
  address.status === 'free' || isSame(address.reservation, command)
    ? undefined
    : refused('NOT_ALLOWED', 'This e-mail address has an account already. Sign in with it, or use another address.');

const rules = [isNobodyElses];

/** Gives an e-mail address to one person, so that two purchases cannot open two accounts for it (P). */
export function reserveAddress(address: Address, command: ReserveAddress): AddressReserved[] {
  enforce(rules, address, command, {});
  return address.status === 'reserved' ? [] : [{ type: 'AddressReserved', data: command }];
}

/**
 * Gives back an address that leads to this person, or would when it is reserved; one of somebody else stays theirs. The
 * news that were wanted at it end, and whoever has it next is somebody else.
 */
export function releaseAddress(address: Address, command: ReleaseAddress): AddressReleased[] {
  const isAnothers = address.status === 'reserved' && address.reservation.contactId !== command.contactId;
  return isAnothers ? [] : [{ type: 'AddressReleased', data: command }];
}

function isSame(one: ReserveAddress, other: ReserveAddress): boolean {
  return one.contactId === other.contactId && one.organizationId === other.organizationId;
}
