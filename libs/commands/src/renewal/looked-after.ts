import {
  addRenewalNote,
  assignOwner,
  type ConfirmationSent,
  recordConfirmation,
  type RenewalId,
  renewalStream,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';

export class AssignOwner extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    /** Who of sales: the subject of their token. */
    readonly owner: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AssignOwner)
export class AssignOwnerHandler implements ICommandHandler<AssignOwner> {
  constructor(private readonly streams: Streams) {}

  execute({ renewalId, owner, context }: AssignOwner): Promise<Outcome> {
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      assignOwner(renewal, { owner, by: context.actor }),
    );
  }
}

export class AddRenewalNote extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    readonly text: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AddRenewalNote)
export class AddRenewalNoteHandler implements ICommandHandler<AddRenewalNote> {
  constructor(private readonly streams: Streams) {}

  execute({ renewalId, text, context }: AddRenewalNote): Promise<Outcome> {
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      addRenewalNote(renewal, { text, by: context.actor }),
    );
  }
}

/** Sent once the confirmation's mail went out. */
export class RecordConfirmation extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    readonly confirmation: ConfirmationSent['data'],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordConfirmation)
export class RecordConfirmationHandler implements ICommandHandler<RecordConfirmation> {
  constructor(private readonly streams: Streams) {}

  execute({ renewalId, confirmation, context }: RecordConfirmation): Promise<Outcome> {
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      recordConfirmation(renewal, confirmation),
    );
  }
}
