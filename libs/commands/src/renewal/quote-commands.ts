import { acceptQuote, quoteRenewal, type RenewalId, renewalStream } from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export interface QuoteAnswer extends Outcome {
  readonly quoteId: string;
}

export class QuoteRenewal extends Command<QuoteAnswer> {
  constructor(
    readonly renewalId: RenewalId,
    /** Laid out as an invoice that is not yet one (R). */
    readonly proforma: boolean,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(QuoteRenewal)
export class QuoteRenewalHandler implements ICommandHandler<QuoteRenewal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ renewalId, proforma, context }: QuoteRenewal): Promise<QuoteAnswer> {
    await this.desk.renewalFor(renewalId, context.actor);
    const quoteId = derivedId('quote', context.commandId);
    const outcome = await this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      quoteRenewal(renewal, { quoteId, proforma }, { now: this.clock.now() }),
    );
    return { ...outcome, quoteId };
  }
}

export class AcceptQuote extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    readonly quoteId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AcceptQuote)
export class AcceptQuoteHandler implements ICommandHandler<AcceptQuote> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ renewalId, quoteId, context }: AcceptQuote): Promise<Outcome> {
    await this.desk.renewalFor(renewalId, context.actor);
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      acceptQuote(renewal, { quoteId, acceptedBy: context.actor }, { now: this.clock.now() }),
    );
  }
}
