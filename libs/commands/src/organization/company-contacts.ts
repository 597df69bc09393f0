import {
  assignPrimaryContact,
  type ContactId,
  type OrganizationId,
  organizationStream,
  removeCompanyContact,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';

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

export class AssignPrimaryContact extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly contactId: ContactId,
    /** Why support names somebody; of the primary contact themself none is asked for. */
    readonly reason: string | undefined,
    /** Whose support a refusal names. */
    readonly policy: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AssignPrimaryContact)
export class AssignPrimaryContactHandler implements ICommandHandler<AssignPrimaryContact> {
  constructor(
    private readonly streams: Streams,
    private readonly policies: Policies,
  ) {}

  execute({ organizationId, contactId, reason, policy, context }: AssignPrimaryContact): Promise<Outcome> {
    const command = { contactId, by: context.actor, ...(reason !== undefined && { reason }) };
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      assignPrimaryContact(organization, command, { policy: this.policies.get(policy) }),
    );
  }
}
