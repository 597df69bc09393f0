import {
  type LicenseId,
  licenseStream,
  maintenanceStream,
  moveLicenseToPolicy,
  moveMaintenanceToPolicy,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';

/** Lets a license, and its maintenance, follow the order to the version that the order keeps now. */
export class MoveLicenseToPolicy extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(MoveLicenseToPolicy)
export class MoveLicenseToPolicyHandler implements ICommandHandler<MoveLicenseToPolicy> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ licenseId, context }: MoveLicenseToPolicy): Promise<Pick<Outcome, 'wrote'>> {
    const { policyVersion } = (await this.desk.licenseWithOrder(licenseId)).order;
    const license = await this.streams.decide(licenseStream, licenseId, step(context, 'license'), (state) =>
      moveLicenseToPolicy(state, policyVersion),
    );
    const maintenance = await this.streams.decide(maintenanceStream, licenseId, step(context, 'maintenance'), (state) =>
      moveMaintenanceToPolicy(state, policyVersion),
    );
    return { wrote: license.wrote || maintenance.wrote };
  }
}
