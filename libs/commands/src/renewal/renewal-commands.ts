import {
  approveRenewal,
  authorizeLate,
  generateInvoice,
  type InvoiceId,
  type LateBasis,
  recordCommitment,
  type RenewalId,
  renewalStream,
  type Term,
  withdrawRenewal,
  type WithdrawalReason,
} from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export class ApproveRenewal extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ApproveRenewal)
export class ApproveRenewalHandler implements ICommandHandler<ApproveRenewal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ renewalId, context }: ApproveRenewal): Promise<Outcome> {
    await this.desk.renewalFor(renewalId, context.actor);
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      approveRenewal(renewal, { approvedBy: context.actor }, { now: this.clock.now() }),
    );
  }
}

export class RecordCommitment extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    readonly kind: 'purchase-order' | 'signed-document',
    /** Number of the purchase order, or of the signed document. */
    readonly reference: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordCommitment)
export class RecordCommitmentHandler implements ICommandHandler<RecordCommitment> {
  constructor(private readonly streams: Streams) {}

  execute({ renewalId, kind, reference, context }: RecordCommitment): Promise<Outcome> {
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      recordCommitment(renewal, { kind, reference, recordedBy: context.actor }),
    );
  }
}

export interface InvoiceAnswer extends Outcome {
  readonly invoiceId: InvoiceId;
}

export class GenerateInvoice extends Command<InvoiceAnswer> {
  constructor(
    readonly renewalId: RenewalId,
    /** Left out, the purchase order on record. */
    readonly poNumber: string | undefined,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GenerateInvoice)
export class GenerateInvoiceHandler implements ICommandHandler<GenerateInvoice> {
  constructor(
    private readonly streams: Streams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ renewalId, poNumber, context }: GenerateInvoice): Promise<InvoiceAnswer> {
    const invoiceId = derivedId('invoice', context.commandId) as InvoiceId;
    const command = { invoiceId, ...(poNumber !== undefined && { poNumber }) };
    const outcome = await this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      generateInvoice(renewal, command, { now: this.clock.now() }),
    );
    return { ...outcome, invoiceId };
  }
}

export class AuthorizeLateRenewal extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    readonly basis: LateBasis,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AuthorizeLateRenewal)
export class AuthorizeLateRenewalHandler implements ICommandHandler<AuthorizeLateRenewal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ renewalId, basis, context }: AuthorizeLateRenewal): Promise<Outcome> {
    const { lines } = await this.desk.renewalFor(renewalId, context.actor);
    const terms: Term[] = [];
    for (const { subject } of lines) {
      const license = await this.desk.license(subject.id);
      if ('term' in license && license.term) terms.push(license.term);
    }
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      authorizeLate(renewal, { basis, by: context.actor }, { now: this.clock.now(), terms }),
    );
  }
}

export class WithdrawRenewal extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    readonly reason: WithdrawalReason,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawRenewal)
export class WithdrawRenewalHandler implements ICommandHandler<WithdrawRenewal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ renewalId, reason, context }: WithdrawRenewal): Promise<Outcome> {
    if (context.actor.type === 'customer') await this.desk.renewalFor(renewalId, context.actor);
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      withdrawRenewal(renewal, { reason, by: context.actor }),
    );
  }
}
