import {
  isoDate,
  issueCredit,
  type LineToCredit,
  type Money,
  type PaymentMethod,
  recordRenewalPayment,
  type RenewalId,
  renewalStream,
  reverseRenewalPayment,
} from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export interface PaymentReceived {
  /** What the bank or the payment provider calls it. */
  readonly paymentId: string;
  readonly amount: Money;
  readonly method: PaymentMethod;
  readonly paidOn: string;
}

export class RecordRenewalPayment extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    readonly payment: PaymentReceived,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordRenewalPayment)
export class RecordRenewalPaymentHandler implements ICommandHandler<RecordRenewalPayment> {
  constructor(
    private readonly streams: Streams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ renewalId, payment, context }: RecordRenewalPayment): Promise<Outcome> {
    const command = { ...payment, paidOn: isoDate(payment.paidOn), by: context.actor };
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      recordRenewalPayment(renewal, command, { now: this.clock.now() }),
    );
  }
}

export class ReverseRenewalPayment extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    readonly paymentId: string,
    readonly reason: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReverseRenewalPayment)
export class ReverseRenewalPaymentHandler implements ICommandHandler<ReverseRenewalPayment> {
  constructor(private readonly streams: Streams) {}

  execute({ renewalId, paymentId, reason, context }: ReverseRenewalPayment): Promise<Outcome> {
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      reverseRenewalPayment(renewal, { paymentId, reason, by: context.actor }),
    );
  }
}

export interface CreditAnswer extends Outcome {
  readonly creditId: string;
}

export class IssueCredit extends Command<CreditAnswer> {
  constructor(
    readonly renewalId: RenewalId,
    readonly lines: readonly LineToCredit[],
    readonly reason: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(IssueCredit)
export class IssueCreditHandler implements ICommandHandler<IssueCredit> {
  constructor(private readonly streams: Streams) {}

  async execute({ renewalId, lines, reason, context }: IssueCredit): Promise<CreditAnswer> {
    const creditId = derivedId('credit', context.commandId);
    const outcome = await this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      issueCredit(renewal, { creditId, lines, reason, by: context.actor }),
    );
    return { ...outcome, creditId };
  }
}
