import {
  organizationStream,
  registerOrganization,
  type RegisterOrganization as Registration,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';
import { AddressBook } from './address-book';

/** For a company whose ids are known already, as of an import. Everybody else opens an account. */
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
    private readonly book: AddressBook,
  ) {}

  async execute({ registration, email, context }: RegisterOrganization): Promise<Outcome> {
    const { organizationId, owner } = registration;
    await this.book.reserve(email, { contactId: owner.contactId, organizationId }, context);
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      registerOrganization(organization, registration),
    );
  }
}
