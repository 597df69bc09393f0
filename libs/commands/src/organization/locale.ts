import {
  changeContactLocale,
  changeOrganizationLocale,
  type ContactId,
  type OrganizationId,
  organizationStream,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';

export class ChangeContactLocale extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly contactId: ContactId,
    /** BCP 47, one that mails are written in. */
    readonly locale: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeContactLocale)
export class ChangeContactLocaleHandler implements ICommandHandler<ChangeContactLocale> {
  constructor(private readonly streams: Streams) {}

  execute({ organizationId, contactId, locale, context }: ChangeContactLocale): Promise<Outcome> {
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      changeContactLocale(organization, { contactId, locale, by: context.actor }),
    );
  }
}

export class ChangeOrganizationLocale extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    /** BCP 47, one that mails are written in. */
    readonly locale: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeOrganizationLocale)
export class ChangeOrganizationLocaleHandler implements ICommandHandler<ChangeOrganizationLocale> {
  constructor(private readonly streams: Streams) {}

  execute({ organizationId, locale, context }: ChangeOrganizationLocale): Promise<Outcome> {
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      changeOrganizationLocale(organization, { locale, by: context.actor }),
    );
  }
}
