import { endMaintenance, type LicenseId, maintenanceStream, startMaintenance } from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';

/** Starts the maintenance that was bought with a perpetual license, if it was. */
export class StartMaintenance extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(StartMaintenance)
export class StartMaintenanceHandler implements ICommandHandler<StartMaintenance> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ licenseId, context }: StartMaintenance): Promise<Pick<Outcome, 'wrote'>> {
    const license = await this.desk.license(licenseId);
    return this.streams.decide(maintenanceStream, licenseId, context, (maintenance) =>
      startMaintenance(maintenance, {}, { license }),
    );
  }
}

/** Ends the maintenance of a license that was terminated, if it has any. */
export class EndMaintenance extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(EndMaintenance)
export class EndMaintenanceHandler implements ICommandHandler<EndMaintenance> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ licenseId, context }: EndMaintenance): Promise<Pick<Outcome, 'wrote'>> {
    const license = await this.desk.license(licenseId);
    if (license.status !== 'terminated') return { wrote: false };
    const { on } = license.termination;
    return this.streams.decide(maintenanceStream, licenseId, context, (maintenance) =>
      endMaintenance(maintenance, { on }),
    );
  }
}
