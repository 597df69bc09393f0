import { type LicenseId, licenseStream } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { countReports, type ReportAnswer, type UsageReport } from './usage-batch';

export interface UsageAnswer {
  /** Of the license's stream afterwards. */
  readonly revision: number;
  /** One for each report, in their order. */
  readonly reports: readonly ReportAnswer[];
}

/** A batch, in any order and as late as need be; each report is counted or refused by itself. */
export class ReportUsage extends Command<UsageAnswer> {
  constructor(
    readonly licenseId: LicenseId,
    readonly reports: readonly UsageReport[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReportUsage)
export class ReportUsageHandler implements ICommandHandler<ReportUsage> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, reports, context }: ReportUsage): Promise<UsageAnswer> {
    const { policy, channel } = await this.desk.licenseFor(licenseId, context.actor);
    const decision = { now: this.clock.now(), policy, channel };
    const answers = await countReports(this.streams, licenseId, reports, decision, context);
    const { revision } = await this.streams.read(licenseStream, licenseId);
    return { revision, reports: answers };
  }
}
