import { confirmConfiguration, type LicenseId, licenseStream } from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';

/** Somebody has configured a license to a handshake code by hand. */
export class ConfirmConfiguration extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly code: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ConfirmConfiguration)
export class ConfirmConfigurationHandler implements ICommandHandler<ConfirmConfiguration> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ licenseId, code, context }: ConfirmConfiguration): Promise<Outcome> {
    await this.desk.licenseFor(licenseId, context.actor);
    return this.streams.decide(licenseStream, licenseId, context, (license) =>
      confirmConfiguration(license, { code, by: context.actor }),
    );
  }
}
