import { isOpen, Refusal, type RenewalId } from '@renewals/licensing';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { Subjects } from '../subjects/subjects';
import { ApproveRenewal, RecordCommitment } from './renewal-commands';
import { type RenewalAnswer, type RequestedLine, RequestRenewal } from './request-renewal';

/**
 * The payment provider's own purchase order form was filled in: it asks for the renewal, commits to it and approves it
 * in advance (L). A late renewal waits for support.
 */
export class RequestByProviderForm extends Command<RenewalAnswer> {
  constructor(
    readonly lines: readonly RequestedLine[],
    readonly purchaseOrder: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RequestByProviderForm)
export class RequestByProviderFormHandler implements ICommandHandler<RequestByProviderForm> {
  constructor(
    private readonly commands: CommandBus,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
  ) {}

  /** Cut short in between, it goes on where it was when it is sent again. */
  async execute({ lines, purchaseOrder, context }: RequestByProviderForm): Promise<RenewalAnswer> {
    if (purchaseOrder.trim() === '') {
      throw new Refusal('INVALID_INPUT', 'The form has no purchase order. Give its number.');
    }
    const renewalId = await this.renewalOf(lines, context);
    const committed = await this.commands.execute(
      new RecordCommitment(renewalId, 'purchase-order', purchaseOrder, step(context, 'commitment')),
    );
    if (await this.isLate(renewalId)) return { ...committed, renewalId };
    const approved = await this.commands.execute(new ApproveRenewal(renewalId, step(context, 'approval')));
    return { ...approved, renewalId };
  }

  /** The mail that asks for the form goes out on the day on which recurring billing opens the renewal: it is for that one. */
  private async renewalOf(lines: readonly RequestedLine[], context: CommandContext): Promise<RenewalId> {
    try {
      const { renewalId } = await this.commands.execute(new RequestRenewal(lines, 'provider-form', context));
      return renewalId;
    } catch (error) {
      const isHeld = error instanceof Refusal && error.code === 'RENEWAL_ALREADY_OPEN';
      const automatic = isHeld ? await this.automaticRenewalOf(lines) : undefined;
      if (automatic === undefined) throw error;
      return automatic;
    }
  }

  /** The one that recurring billing opened for all of the lines, if it did. */
  private async automaticRenewalOf(lines: readonly RequestedLine[]): Promise<RenewalId | undefined> {
    const claims = await Promise.all(lines.map(({ subject }) => this.subjects.of(subject).claim()));
    const [renewalId, another] = new Set(claims.map((claim) => claim?.renewalId));
    if (renewalId === undefined || another !== undefined) return undefined;
    const renewal = await this.desk.renewal(renewalId);
    return isOpen(renewal) && renewal.request.source === 'automatic' ? renewalId : undefined;
  }

  private async isLate(renewalId: RenewalId): Promise<boolean> {
    const renewal = await this.desk.renewal(renewalId);
    return isOpen(renewal) && renewal.request.late;
  }
}
