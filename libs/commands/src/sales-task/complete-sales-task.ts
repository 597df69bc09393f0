import { completeSalesTask, salesTaskStream } from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';

export class CompleteSalesTask extends Command<Outcome> {
  constructor(
    readonly taskId: string,
    /** What came of it. */
    readonly note: string | undefined,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CompleteSalesTask)
export class CompleteSalesTaskHandler implements ICommandHandler<CompleteSalesTask> {
  constructor(private readonly streams: Streams) {}

  execute({ taskId, note, context }: CompleteSalesTask): Promise<Outcome> {
    const command = { taskId, by: context.actor, ...(note !== undefined && { note }) };
    return this.streams.decide(salesTaskStream, taskId, context, (task) => completeSalesTask(task, command));
  }
}
