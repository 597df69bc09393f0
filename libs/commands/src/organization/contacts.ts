import {
  acceptInvitation,
  addressStream,
  inviteContact,
  type InviteContact as Invitation,
  type OrganizationId,
  organizationStream,
  removeCompanyContact,
  type ContactId,
  reserveAddress,
} from '@renewals/licensing';
import { type Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { Addresses } from './addresses';

export class InviteContact extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly invitation: Invitation,
    /** Of the invited person, in clear. */
    readonly email: string,
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
    private readonly addresses: Addresses,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ organizationId, invitation, email, policy, context }: InviteContact): Promise<Outcome> {
    const reservation = { contactId: invitation.contactId, organizationId };
    await this.streams.decide(addressStream, this.addresses.streamIdOf(email), step(context, 'address'), (address) =>
      reserveAddress(address, reservation),
    );
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      inviteContact(organization, invitation, { now: this.clock.now(), policy: this.policies.get(policy) }),
    );
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

export class RemoveCompanyContact extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly contactId: ContactId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RemoveCompanyContact)
export class RemoveCompanyContactHandler implements ICommandHandler<RemoveCompanyContact> {
  constructor(private readonly streams: Streams) {}

  execute({ organizationId, contactId, context }: RemoveCompanyContact): Promise<Outcome> {
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      removeCompanyContact(organization, { contactId, by: context.actor }),
    );
  }
}
