import {
  type Address,
  addressStream,
  type ContactId,
  type OrganizationId,
  releaseAddress,
  type ReserveAddress,
  reserveAddress,
} from '@renewals/licensing';
import { derivedId, type PersonKeys } from '@renewals/platform';
import { Injectable } from '@nestjs/common';
import { type CommandContext, step } from '../runtime/context';
import { Streams } from '../runtime/streams';
import { Addresses } from './addresses';

/** Whose an e-mail address is. */
@Injectable()
export class AddressBook {
  constructor(
    private readonly streams: Streams,
    private readonly addresses: Addresses,
    private readonly keys: PersonKeys,
  ) {}

  /** The person whom the address leads to, or would lead to once it is reserved. */
  async contactOf(email: string): Promise<ContactId> {
    const id = this.addresses.streamIdOf(email);
    const { state } = await this.streams.read(addressStream, id);
    return reservationOf(id, state).contactId;
  }

  /** The company whose account the address belongs to; `undefined` for an address that is nobody's. */
  async companyOf(email: string): Promise<OrganizationId | undefined> {
    const { state } = await this.streams.read(addressStream, this.addresses.streamIdOf(email));
    return state.status === 'reserved' ? state.reservation.organizationId : undefined;
  }

  /**
   * Reserves the address, in ids that only depend on it: of everybody who reserves it at once, and again after dying
   * half-way, all get the same ids. Answers whose it is, also when it was somebody's before.
   */
  async claim(email: string, context: CommandContext, within?: OrganizationId): Promise<ReserveAddress> {
    const id = this.addresses.streamIdOf(email);
    await this.streams.decide(addressStream, id, step(context, 'address', id), (address) =>
      address.status === 'free' ? reserveAddress(address, reservationOf(id, address, within)) : [],
    );
    const { state } = await this.streams.read(addressStream, id);
    return reservationOf(id, state, within);
  }

  /** For one person. Throws `NOT_ALLOWED` when it is somebody else's. */
  async reserve(email: string, reservation: ReserveAddress, context: CommandContext): Promise<void> {
    const id = this.addresses.streamIdOf(email);
    await this.streams.decide(addressStream, id, step(context, 'address', id), (address) =>
      reserveAddress(address, reservation),
    );
  }

  /** When it leads, or would lead, to that person. What a subscription sealed before it had an account is erased. */
  async release(email: string, contactId: ContactId, context: CommandContext): Promise<void> {
    const id = this.addresses.streamIdOf(email);
    const { state } = await this.streams.read(addressStream, id);
    const isTheirs = reservationOf(id, state).contactId === contactId;
    if (isTheirs && state.visitor && state.visitor !== contactId) this.keys.erase(state.visitor);
    await this.streams.decide(addressStream, id, step(context, 'release', id), (address) =>
      reservationOf(id, address).contactId === contactId
        ? releaseAddress(address, { contactId, by: context.actor })
        : [],
    );
  }
}

function reservationOf(id: string, address: Address, within?: OrganizationId): ReserveAddress {
  if (address.status === 'reserved') return address.reservation;
  const { generation } = address;
  return {
    contactId: derivedId('contact', id, generation) as ContactId,
    organizationId: within ?? (derivedId('organization', id, generation) as OrganizationId),
  };
}
