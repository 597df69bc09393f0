import {
  approveRenewal,
  authorizeLate,
  generateInvoice,
  type InvoiceId,
  type LateBasis,
  recordCommitment,
  type RenewalId,
  renewalStream,
  type Subject,
} from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { Subjects } from '../subjects/subjects';
import { renewedTerms } from './renewed-terms';

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
    readonly of: {
      /** Lines that it is for; all of them when left out. */
      readonly subjects?: readonly Subject[];
      /** The reference that it corrects. */
      readonly replaces?: string;
    } = {},
  ) {
    super();
  }
}

@CommandHandler(RecordCommitment)
export class RecordCommitmentHandler implements ICommandHandler<RecordCommitment> {
  constructor(private readonly streams: Streams) {}

  execute({ renewalId, kind, reference, of, context }: RecordCommitment): Promise<Outcome> {
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      recordCommitment(renewal, { kind, reference, ...of, recordedBy: context.actor }),
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
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ renewalId, poNumber, context }: GenerateInvoice): Promise<InvoiceAnswer> {
    const invoiceId = derivedId('invoice', context.commandId) as InvoiceId;
    const command = { invoiceId, ...(poNumber !== undefined && { poNumber }) };
    const terms = await renewedTerms(await this.desk.renewal(renewalId), this.subjects);
    const outcome = await this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      generateInvoice(renewal, command, { now: this.clock.now(), terms }),
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
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ renewalId, basis, context }: AuthorizeLateRenewal): Promise<Outcome> {
    const terms = await renewedTerms(await this.desk.renewalFor(renewalId, context.actor), this.subjects);
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      authorizeLate(renewal, { basis, by: context.actor }, { now: this.clock.now(), terms }),
    );
  }
}
