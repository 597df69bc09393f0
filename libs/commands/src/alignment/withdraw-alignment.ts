import { alignmentStream, withdrawAlignment } from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';

export class WithdrawAlignment extends Command<Outcome> {
  constructor(
    readonly alignmentId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawAlignment)
export class WithdrawAlignmentHandler implements ICommandHandler<WithdrawAlignment> {
  constructor(private readonly streams: Streams) {}

  execute({ alignmentId, context }: WithdrawAlignment): Promise<Outcome> {
    return this.streams.decide(alignmentStream, alignmentId, context, (alignment) =>
      withdrawAlignment(alignment, { by: context.actor }),
    );
  }
}
