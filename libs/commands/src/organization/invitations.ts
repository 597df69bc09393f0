import {
  acceptInvitation,
  type ContactId,
  inviteContact,
  type OrganizationId,
  organizationStream,
} from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { AddressBook } from './address-book';

export interface InvitedPerson {
  readonly email: string;
  readonly name: string;
  /** BCP 47, of mail to the person, when it is known. */
  readonly locale?: string;
  /** Where the person has an id already; else it follows from the address. */
  readonly contactId?: ContactId;
}

export interface Invited extends Outcome {
  readonly invitationId: string;
  readonly contactId: ContactId;
}

export class InviteContact extends Command<Invited> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly person: InvitedPerson,
    /** Whose invitation lifetime holds. */
    readonly policy: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(InviteContact)
export class InviteContactHandler implements ICommandHandler<InviteContact> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly book: AddressBook,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ organizationId, person, policy, context }: InviteContact): Promise<Invited> {
    const contactId = person.contactId ?? (await this.book.contactOf(person.email));
    const invitation = {
      invitationId: derivedId('invitation', context.commandId),
      contactId,
      email: { $personal: contactId, text: person.email },
      name: { $personal: contactId, text: person.name },
      ...(person.locale !== undefined && { locale: person.locale }),
      invitedBy: context.actor,
    };
    const decision = { now: this.clock.now(), policy: this.policies.get(policy) };
    // Whoever may not invite reserves nothing.
    inviteContact(await this.desk.organization(organizationId), invitation, decision);
    await this.book.reserve(person.email, { contactId, organizationId }, context);
    const outcome = await this.streams.decide(organizationStream, organizationId, context, (organization) =>
      inviteContact(organization, invitation, decision),
    );
    return { ...outcome, invitationId: invitation.invitationId, contactId };
  }
}

export class AcceptInvitation extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly invitationId: string,
    readonly contactId: ContactId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AcceptInvitation)
export class AcceptInvitationHandler implements ICommandHandler<AcceptInvitation> {
  constructor(
    private readonly streams: Streams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ organizationId, invitationId, contactId, context }: AcceptInvitation): Promise<Outcome> {
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      acceptInvitation(organization, { invitationId, contactId }, { now: this.clock.now() }),
    );
  }
}
