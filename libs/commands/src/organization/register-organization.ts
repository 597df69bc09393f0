import {
  addressStream,
  organizationStream,
  registerOrganization,
  type RegisterOrganization as Registration,
  reserveAddress,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';
import { Addresses } from './addresses';

export class RegisterOrganization extends Command<Outcome> {
  constructor(
    readonly registration: Registration,
    /** Of the owner, in clear. */
    readonly email: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The address is reserved first: of two accounts opened for one address, one is refused (domain: address). */
@CommandHandler(RegisterOrganization)
export class RegisterOrganizationHandler implements ICommandHandler<RegisterOrganization> {
  constructor(
    private readonly streams: Streams,
    private readonly addresses: Addresses,
  ) {}

  async execute({ registration, email, context }: RegisterOrganization): Promise<Outcome> {
    const { organizationId, owner } = registration;
    const reservation = { contactId: owner.contactId, organizationId };
    await this.streams.decide(addressStream, this.addresses.streamIdOf(email), step(context, 'address'), (address) =>
      reserveAddress(address, reservation),
    );
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      registerOrganization(organization, registration),
    );
  }
}
