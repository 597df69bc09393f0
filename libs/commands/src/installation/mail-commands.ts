import { holdMail, installationStream, releaseMail } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { INSTALLATION } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export class HoldMail extends Command<Outcome> {
  constructor(readonly context: CommandContext) {
    super();
  }
}

@CommandHandler(HoldMail)
export class HoldMailHandler implements ICommandHandler<HoldMail> {
  constructor(private readonly streams: Streams) {}

  execute({ context }: HoldMail): Promise<Outcome> {
    return this.streams.decide(installationStream, INSTALLATION, context, (state) =>
      holdMail(state, { because: 'import' }),
    );
  }
}

export class ReleaseMail extends Command<Outcome> {
  constructor(readonly context: CommandContext) {
    super();
  }
}

@CommandHandler(ReleaseMail)
export class ReleaseMailHandler implements ICommandHandler<ReleaseMail> {
  constructor(
    private readonly streams: Streams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ context }: ReleaseMail): Promise<Outcome> {
    return this.streams.decide(installationStream, INSTALLATION, context, (state) =>
      releaseMail(state, { by: context.actor }, { now: this.clock.now() }),
    );
  }
}
