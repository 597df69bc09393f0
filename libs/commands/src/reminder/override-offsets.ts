import {
  type LicenseId,
  licenseStream,
  type Offsets,
  type OrganizationId,
  organizationStream,
  overrideLicenseOffsets,
  overrideOrganizationOffsets,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';

export interface WantedOffsets {
  /** Days before the expiry, descending; none at all takes back what was set. */
  readonly offsets?: Offsets;
  readonly reason: string;
}

/** Sets the reminder days of one license, and of what follows it. */
export class OverrideLicenseOffsets extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly wanted: WantedOffsets,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OverrideLicenseOffsets)
export class OverrideLicenseOffsetsHandler implements ICommandHandler<OverrideLicenseOffsets> {
  constructor(private readonly streams: Streams) {}

  execute({ licenseId, wanted, context }: OverrideLicenseOffsets): Promise<Outcome> {
    return this.streams.decide(licenseStream, licenseId, context, (license) =>
      overrideLicenseOffsets(license, { ...wanted, by: context.actor }),
    );
  }
}

/** Sets the reminder days of all licenses of a company; each follows by itself. */
export class OverrideOrganizationOffsets extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly wanted: WantedOffsets,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OverrideOrganizationOffsets)
export class OverrideOrganizationOffsetsHandler implements ICommandHandler<OverrideOrganizationOffsets> {
  constructor(private readonly streams: Streams) {}

  execute({ organizationId, wanted, context }: OverrideOrganizationOffsets): Promise<Outcome> {
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      overrideOrganizationOffsets(organization, { ...wanted, by: context.actor }),
    );
  }
}
