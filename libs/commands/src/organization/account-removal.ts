import {
  companyContactOf,
  type ContactId,
  eraseContact,
  type OrganizationId,
  organizationStream,
  requestAccountRemoval,
} from '@renewals/licensing';
import { Credentials, PersonalData, PersonKeys } from '@renewals/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { AddressBook } from './address-book';
import { Addresses } from './addresses';

export class RequestAccountRemoval extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly contactId: ContactId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RequestAccountRemoval)
export class RequestAccountRemovalHandler implements ICommandHandler<RequestAccountRemoval> {
  constructor(private readonly streams: Streams) {}

  execute({ organizationId, contactId, context }: RequestAccountRemoval): Promise<Outcome> {
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      requestAccountRemoval(organization, { contactId, by: context.actor }),
    );
  }
}

/** Records that the account is removed. What follows from it, `ForgetPerson` does. */
export class EraseContact extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly contactId: ContactId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(EraseContact)
export class EraseContactHandler implements ICommandHandler<EraseContact> {
  constructor(private readonly streams: Streams) {}

  execute({ organizationId, contactId, context }: EraseContact): Promise<Outcome> {
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      eraseContact(organization, { contactId, by: context.actor }),
    );
  }
}

/** Of a person whose erasure is on record. */
export class ForgetPerson extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly contactId: ContactId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The key goes last: while it is there, the address that is to be released can still be read. */
@CommandHandler(ForgetPerson)
export class ForgetPersonHandler implements ICommandHandler<ForgetPerson> {
  constructor(
    private readonly desk: Desk,
    private readonly book: AddressBook,
    private readonly addresses: Addresses,
    private readonly personal: PersonalData,
    private readonly keys: PersonKeys,
    private readonly credentials: Credentials,
  ) {}

  async execute({ organizationId, contactId, context }: ForgetPerson): Promise<Pick<Outcome, 'wrote'>> {
    const contact = companyContactOf(await this.desk.organization(organizationId), contactId);
    if (contact?.status !== 'erased') return { wrote: false };
    const email = this.personal.open(contact.email);
    if (email === undefined) return { wrote: false };
    await this.book.release(email, contactId, context);
    this.credentials.forgetAllOf(this.addresses.streamIdOf(email));
    this.keys.erase(contactId);
    return { wrote: true };
  }
}
