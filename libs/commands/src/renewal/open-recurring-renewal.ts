import {
  alertUnproven,
  automaticOpening,
  billingAgreementStream,
  type Instant,
  type IsoDate,
  type NoticeProof,
  Refusal,
  reminderStream,
  type Subject,
} from '@renewals/licensing';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ReminderLookups } from '../reminder/lookups';
import { reminderStreamId } from '../reminder/reminder-stream-id';
import { type CommandContext, step } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';
import { RequestRenewal } from './request-renewal';
import { WithdrawAutomaticRenewal } from './withdraw-automatic-renewal';

export interface OpeningAnswer extends Pick<Outcome, 'wrote'> {
  /** Nothing opens before then, unless something happens that changes that. */
  readonly waitsUntil?: Instant;
}

/** Opens the renewal of what recurring billing is on for (L). */
export class OpenRecurringRenewal extends Command<OpeningAnswer> {
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
    private readonly streams: Streams,
    private readonly lookups: ReminderLookups,
    private readonly commands: CommandBus,
  ) {}

  async execute(command: OpenRecurringRenewal): Promise<OpeningAnswer> {
    const { subject, expiresOn } = command;
    const { renewable, agreement, ...found } = await this.lookups.situationOf(command);
    if (agreement.status !== 'on' || renewable?.term.expiresOn !== expiresOn || renewable.next) return { wrote: false };
    const { term } = renewable;
    const { state: reminders } = await this.streams.read(reminderStream, reminderStreamId(subject, expiresOn));
    const opening = automaticOpening({ ...found, term, reminders });
    switch (opening.what) {
      case 'open':
        return this.open(command, opening.notice);
      case 'unproven':
        return this.alert(command);
      case 'wait':
        return { wrote: false, waitsUntil: opening.until };
      case 'nothing':
        return { wrote: false };
    }
  }

  private async open(
    { subject, expiresOn, context }: OpenRecurringRenewal,
    notice: NoticeProof | undefined,
  ): Promise<OpeningAnswer> {
    try {
      const lines = [{ subject, currentExpiresOn: expiresOn }];
      const { wrote } = await this.commands.execute(new RequestRenewal(lines, 'automatic', context, notice));
      // Cancelled meanwhile, when there was nothing yet that the cancellation could have withdrawn.
      await this.commands.execute(new WithdrawAutomaticRenewal(subject.id, step(context, 'cancelled')));
      return { wrote };
    } catch (error) {
      if (error instanceof Refusal) return { wrote: false };
      throw error;
    }
  }

  private alert({ subject, expiresOn, context }: OpenRecurringRenewal): Promise<OpeningAnswer> {
    const alert = { licenseId: subject.id, subject, expiresOn };
    return this.streams.decide(billingAgreementStream, subject.id, step(context, 'unproven'), (agreement) =>
      alertUnproven(agreement, alert),
    );
  }
}
