import { type IsoDate, Refusal, type Subject } from '@renewals/licensing';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import type { Outcome } from '../runtime/streams';
import { RequestRenewal } from './request-renewal';
import { WithdrawAutomaticRenewal } from './withdraw-automatic-renewal';

/** Opens the renewal of what recurring billing is on for (L). */
export class OpenRecurringRenewal extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly subject: Subject,
    readonly expiresOn: IsoDate,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenRecurringRenewal)
export class OpenRecurringRenewalHandler implements ICommandHandler<OpenRecurringRenewal> {
  constructor(
    private readonly desk: Desk,
    private readonly commands: CommandBus,
  ) {}

  async execute({ subject, expiresOn, context }: OpenRecurringRenewal): Promise<Pick<Outcome, 'wrote'>> {
    const agreement = await this.desk.agreement(subject.id);
    if (agreement.status !== 'on') return { wrote: false };
    try {
      const lines = [{ subject, currentExpiresOn: expiresOn }];
      const { wrote } = await this.commands.execute(new RequestRenewal(lines, 'automatic', context));
      // Cancelled meanwhile, when there was nothing yet that the cancellation could have withdrawn.
      await this.commands.execute(new WithdrawAutomaticRenewal(subject.id, step(context, 'cancelled')));
      return { wrote };
    } catch (error) {
      if (error instanceof Refusal) return { wrote: false };
      throw error;
    }
  }
}
