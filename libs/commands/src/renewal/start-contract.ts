import {
  generateKey,
  type LicenseId,
  licenseStream,
  type RenewalId,
  renewalStream,
  startContract,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LicenseKeys } from '../license/license-keys';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

/** Starts the new contract of one line of a renewal, on the day on which its successor's term begins. */
export class StartContract extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly renewalId: RenewalId,
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(StartContract)
export class StartContractHandler implements ICommandHandler<StartContract> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly keys: LicenseKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The key of a classic license is there before the contract is said to run. */
  async execute({ renewalId, licenseId, context }: StartContract): Promise<Pick<Outcome, 'wrote'>> {
    const license = await this.desk.license(licenseId);
    const successor = 'successor' in license ? license.successor : undefined;
    if (successor?.renewalId !== renewalId) return { wrote: false };
    const { successorId, startsOn } = successor;
    const now = this.clock.now();
    const fingerprint = this.keys.fingerprintOf(successorId);
    await this.streams.decide(licenseStream, successorId, step(context, 'key'), (state) =>
      generateKey(state, { renewalId, fingerprint }, { now }),
    );
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      startContract(renewal, { subject: { kind: 'license', id: licenseId }, successorId, startsOn }, { now }),
    );
  }
}
