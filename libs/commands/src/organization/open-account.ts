import {
  type ContactId,
  type OrganizationId,
  type OrganizationRegistered,
  organizationStream,
  registerOrganization,
  type Zone,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';
import { AddressBook } from './address-book';

/** What a person says who registers, or buys. */
export interface NewAccount extends Pick<OrganizationRegistered['data'], 'role' | 'name'> {
  readonly via: 'registration' | 'purchase';
  readonly zone: Zone;
  /** Id of the vendor's policy. */
  readonly policy: string;
  readonly owner: {
    readonly email: string;
    readonly name: string;
    /** BCP 47, of mail to the owner, when it is known. */
    readonly locale?: string;
  };
}

export interface Account extends Outcome {
  readonly organizationId: OrganizationId;
  readonly contactId: ContactId;
}

/**
 * Opens an account for an e-mail address. A purchase with an address that has an account is answered with that account;
 * a registration of one is refused with `NOT_ALLOWED`.
 */
export class OpenAccount extends Command<Account> {
  constructor(
    readonly account: NewAccount,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The address is claimed first: two purchases at once with one unknown address end in one account (P). */
@CommandHandler(OpenAccount)
export class OpenAccountHandler implements ICommandHandler<OpenAccount> {
  constructor(
    private readonly streams: Streams,
    private readonly book: AddressBook,
  ) {}

  async execute({ account, context }: OpenAccount): Promise<Account> {
    const { owner, ...rest } = account;
    const { contactId, organizationId } = await this.book.claim(owner.email, context);
    const outcome = await this.streams.decide(organizationStream, organizationId, context, (organization) =>
      registerOrganization(organization, {
        ...rest,
        organizationId,
        passwordSetupRequired: true,
        owner: {
          contactId,
          email: { $personal: contactId, text: owner.email },
          name: { $personal: contactId, text: owner.name },
          ...(owner.locale !== undefined && { locale: owner.locale }),
        },
      }),
    );
    return { ...outcome, organizationId, contactId };
  }
}
