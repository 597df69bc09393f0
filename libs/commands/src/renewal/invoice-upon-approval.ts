import { Refusal, type RenewalId } from '@renewals/licensing';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import type { Outcome } from '../runtime/streams';
import { GenerateInvoice } from './renewal-commands';

/** Invoices an approved renewal, where the policy of its orders lets the approval do. */
export class InvoiceUponApproval extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly renewalId: RenewalId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(InvoiceUponApproval)
export class InvoiceUponApprovalHandler implements ICommandHandler<InvoiceUponApproval> {
  constructor(
    private readonly desk: Desk,
    private readonly commands: CommandBus,
  ) {}

  /** What still is in the way, such as a commitment that has not come, leaves it to the next event or to people. */
  async execute({ renewalId, context }: InvoiceUponApproval): Promise<Pick<Outcome, 'wrote'>> {
    const renewal = await this.desk.renewal(renewalId);
    if (renewal.stage !== 'approved' || renewal.request.startsUpon !== 'approval') return { wrote: false };
    try {
      return await this.commands.execute(new GenerateInvoice(renewalId, undefined, context));
    } catch (error) {
      if (error instanceof Refusal) return { wrote: false };
      throw error;
    }
  }
}
