import {
  followLicenseOffsets,
  followOrganizationOffsets,
  type LicenseId,
  licenseStream,
  maintenanceStream,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';

/** Lets a license follow the reminder days of its company, and its maintenance those of the license. */
export class FollowOffsets extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(FollowOffsets)
export class FollowOffsetsHandler implements ICommandHandler<FollowOffsets> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ licenseId, context }: FollowOffsets): Promise<Pick<Outcome, 'wrote'>> {
    const { organization } = await this.desk.licenseWithOrder(licenseId);
    const offsets = organization.status === 'registered' ? organization.offsets : undefined;
    const license = await this.streams.decide(licenseStream, licenseId, step(context, 'license'), (state) =>
      followOrganizationOffsets(state, { offsets }),
    );
    const after = await this.desk.license(licenseId);
    const overrides = after.status === 'unissued' ? undefined : after.grant.overrides;
    const maintenance = await this.streams.decide(maintenanceStream, licenseId, step(context, 'maintenance'), (state) =>
      followLicenseOffsets(state, { overrides }),
    );
    return { wrote: license.wrote || maintenance.wrote };
  }
}
