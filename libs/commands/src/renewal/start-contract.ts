import {
  generateKey,
  licenseStream,
  type RenewalId,
  renewalStream,
  startContract,
  type Subject,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LicenseKeys } from '../license/license-keys';
import { type CommandContext, step } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { Subjects } from '../subjects/subjects';

/** Starts the new contract of one line of a renewal, on the day on which its new term begins. */
export class StartContract extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly renewalId: RenewalId,
    readonly subject: Subject,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(StartContract)
export class StartContractHandler implements ICommandHandler<StartContract> {
  constructor(
    private readonly streams: Streams,
    private readonly subjects: Subjects,
    private readonly keys: LicenseKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The key of a classic license is there before the contract is said to run. */
  async execute({ renewalId, subject, context }: StartContract): Promise<Pick<Outcome, 'wrote'>> {
    const contract = await this.subjects.of(subject).contract(renewalId);
    if (!contract) return { wrote: false };
    const { startsOn, successorId } = contract;
    const now = this.clock.now();
    if (successorId) {
      const fingerprint = this.keys.fingerprintOf(successorId);
      await this.streams.decide(licenseStream, successorId, step(context, 'key'), (state) =>
        generateKey(state, { renewalId, fingerprint }, { now }),
      );
    }
    const command = { subject, startsOn, ...(successorId && { successorId }) };
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      startContract(renewal, command, { now }),
    );
  }
}
