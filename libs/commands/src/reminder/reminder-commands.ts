import {
  decideDueReminders,
  type DecideDueReminders,
  recordFailed,
  type RecordFailed,
  recordNoRecipient,
  type RecordNoRecipient,
  recordSent,
  type RecordSent,
  recordSuppressed,
  type RecordSuppressed,
  reminderStream,
  rfc3339,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { ReminderLookups } from './lookups';
import { reminderStreamId } from './reminder-stream-id';

/** Decides every reminder of one expiry that has fallen due. */
export class DecideReminders extends Command<Outcome> {
  constructor(
    readonly of: DecideDueReminders,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DecideReminders)
export class DecideRemindersHandler implements ICommandHandler<DecideReminders> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly lookups: ReminderLookups,
  ) {}

  async execute({ of, context }: DecideReminders): Promise<Outcome> {
    const situation = await this.lookups.situationOf(of);
    const installation = await this.desk.installation();
    const released = installation.mail === 'released' && { mailReleasedAt: installation.releasedAt };
    const id = reminderStreamId(of.subject, of.expiresOn);
    return this.streams.decide(reminderStream, id, context, (reminders) =>
      decideDueReminders(reminders, of, { ...situation, ...released }),
    );
  }
}

/** What became of one reminder's mail. */
export type Delivered =
  /** Right now. */
  | ({ readonly outcome: 'sent' } & Omit<RecordSent, 'sentAt'>)
  | ({ readonly outcome: 'suppressed' } & RecordSuppressed)
  | ({ readonly outcome: 'failed' } & RecordFailed)
  | ({ readonly outcome: 'no-recipient' } & RecordNoRecipient);

export class RecordDelivery extends Command<Outcome> {
  constructor(
    readonly delivered: Delivered,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordDelivery)
export class RecordDeliveryHandler implements ICommandHandler<RecordDelivery> {
  constructor(
    private readonly streams: Streams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ delivered, context }: RecordDelivery): Promise<Outcome> {
    const id = reminderStreamId(delivered.subject, delivered.expiresOn);
    const sentAt = rfc3339(this.clock.now());
    return this.streams.decide(reminderStream, id, context, (reminders) => {
      const { outcome, ...command } = delivered;
      switch (outcome) {
        case 'sent':
          return recordSent(reminders, { ...(command as RecordSent), sentAt });
        case 'suppressed':
          return recordSuppressed(reminders, command as RecordSuppressed);
        case 'failed':
          return recordFailed(reminders, command as RecordFailed);
        case 'no-recipient':
          return recordNoRecipient(reminders, command);
      }
    });
  }
}
