import {
  type ContactId,
  openCalendarFeed,
  type OrganizationId,
  organizationStream,
  revokeCalendarFeed,
} from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';

/** Gives a person the address of their calendar, a new one each time. Answers which feed it is. */
export class OpenCalendarFeed extends Command<Outcome & { readonly feedId: string }> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly contactId: ContactId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenCalendarFeed)
export class OpenCalendarFeedHandler implements ICommandHandler<OpenCalendarFeed> {
  constructor(private readonly streams: Streams) {}

  async execute({
    organizationId,
    contactId,
    context,
  }: OpenCalendarFeed): Promise<Outcome & { readonly feedId: string }> {
    const feedId = derivedId('calendar feed', context.commandId);
    const command = { contactId, feedId, by: context.actor };
    const outcome = await this.streams.decide(organizationStream, organizationId, context, (organization) =>
      openCalendarFeed(organization, command),
    );
    return { ...outcome, feedId };
  }
}

/** Closes the address that a person has given away, or needs no more. */
export class RevokeCalendarFeed extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly contactId: ContactId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RevokeCalendarFeed)
export class RevokeCalendarFeedHandler implements ICommandHandler<RevokeCalendarFeed> {
  constructor(private readonly streams: Streams) {}

  execute({ organizationId, contactId, context }: RevokeCalendarFeed): Promise<Outcome> {
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      revokeCalendarFeed(organization, { contactId, by: context.actor }),
    );
  }
}
