import { addCompanyNote, type OrganizationId, organizationStream } from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';

export class AddCompanyNote extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly text: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AddCompanyNote)
export class AddCompanyNoteHandler implements ICommandHandler<AddCompanyNote> {
  constructor(private readonly streams: Streams) {}

  execute({ organizationId, text, context }: AddCompanyNote): Promise<Outcome> {
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      addCompanyNote(organization, { text, by: context.actor }),
    );
  }
}
