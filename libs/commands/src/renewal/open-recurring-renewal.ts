import { type IsoDate, type LicenseId, Refusal } from '@renewals/licensing';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import type { Outcome } from '../runtime/streams';
import { RequestRenewal } from './request-renewal';

/** Opens the renewal of a license whose recurring billing is on (L). */
export class OpenRecurringRenewal extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly licenseId: LicenseId,
    readonly expiresOn: IsoDate,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenRecurringRenewal)
export class OpenRecurringRenewalHandler implements ICommandHandler<OpenRecurringRenewal> {
  constructor(
    private readonly desk: Desk,
    private readonly commands: CommandBus,
  ) {}

  async execute({ licenseId, expiresOn, context }: OpenRecurringRenewal): Promise<Pick<Outcome, 'wrote'>> {
    const agreement = await this.desk.agreement(licenseId);
    if (agreement.status !== 'on') return { wrote: false };
    try {
      return await this.commands.execute(
        new RequestRenewal([{ licenseId, currentExpiresOn: expiresOn }], 'automatic', context),
      );
    } catch (error) {
      if (error instanceof Refusal) return { wrote: false };
      throw error;
    }
  }
}
