import {
  type Channel,
  type IsoDate,
  type LicenseId,
  licenseStream,
  multiply,
  openRenewal,
  Refusal,
  type Refused,
  releaseRenewal,
  type RenewalId,
  type RenewalLine,
  type RenewalSource,
  renewalStream,
  requestRenewal,
  type Subject,
} from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export interface RequestedLine {
  readonly licenseId: LicenseId;
  /** The expiry that the person saw; another one refuses the line. */
  readonly currentExpiresOn: IsoDate;
}

export interface RenewalAnswer extends Outcome {
  readonly renewalId: RenewalId;
}

export class RequestRenewal extends Command<RenewalAnswer> {
  constructor(
    readonly lines: readonly RequestedLine[],
    readonly source: RenewalSource,
    readonly context: CommandContext,
  ) {
    super();
  }
}

interface Claim {
  readonly line: RenewalLine;
  readonly channel: Channel;
  readonly policy: string;
}

/**
 * Claims each license first, then lists the claims that were won: no store appends to several streams at once, and a
 * license is never in two renewals. Claims of a request that never came are released by an automation.
 */
@CommandHandler(RequestRenewal)
export class RequestRenewalHandler implements ICommandHandler<RequestRenewal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ lines, source, context }: RequestRenewal): Promise<RenewalAnswer> {
    const renewalId = derivedId('renewal', context.commandId) as RenewalId;
    const claims: Claim[] = [];
    const refused: (Refused & { subject: Subject })[] = [];
    for (const line of lines) {
      try {
        claims.push(await this.claim(renewalId, line, source, context));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ subject: subjectOf(line), code: error.code, message: error.message });
      }
    }
    try {
      const outcome = await this.request(renewalId, claims, refused, source, context);
      return { ...outcome, renewalId };
    } catch (error) {
      if (error instanceof Refusal) await this.release(renewalId, claims, context);
      throw error;
    }
  }

  private async claim(
    renewalId: RenewalId,
    { licenseId, currentExpiresOn }: RequestedLine,
    source: RenewalSource,
    context: CommandContext,
  ): Promise<Claim> {
    const { license, order } = await this.desk.licenseFor(licenseId, context.actor);
    const { grant } = license;
    const { channel } = order.placement;
    const decision = { now: this.clock.now(), policy: this.policies.get(grant.policy), channel };
    await this.streams.decide(licenseStream, licenseId, step(context, 'claim', licenseId), (state) =>
      openRenewal(state, { renewalId, currentExpiresOn, source, requestedBy: context.actor }, decision),
    );
    const line: RenewalLine = {
      subject: subjectOf({ licenseId }),
      currentExpiresOn,
      quota: grant.quota,
      amount: multiply(grant.unitPrice, grant.quota),
      zone: 'term' in license && license.term ? license.term.zone : decision.policy.vendor.zone,
    };
    return { line, channel, policy: grant.policy };
  }

  private request(
    renewalId: RenewalId,
    claims: readonly Claim[],
    refused: readonly (Refused & { subject: Subject })[],
    source: RenewalSource,
    context: CommandContext,
  ): Promise<Outcome> {
    const [first] = claims;
    if (!first) {
      const [why] = refused;
      throw new Refusal(why?.code ?? 'INVALID_INPUT', why?.message ?? 'Nothing is to be renewed. Choose a license.');
    }
    if (claims.some(({ policy }) => policy !== first.policy)) {
      throw new Refusal('INVALID_INPUT', 'These licenses are of several vendors. Renew each vendor by itself.');
    }
    const command = {
      renewalId,
      source,
      requestedBy: context.actor,
      lines: claims.map(({ line }) => line),
      refused,
      channels: claims.map(({ channel }) => channel),
    };
    const decision = { now: this.clock.now(), policy: this.policies.get(first.policy) };
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      requestRenewal(renewal, command, decision),
    );
  }

  private async release(renewalId: RenewalId, claims: readonly Claim[], context: CommandContext): Promise<void> {
    for (const { line } of claims) {
      const { id } = line.subject;
      await this.streams.decide(licenseStream, id, step(context, 'release', id), (license) =>
        releaseRenewal(license, { renewalId, reason: 'refused' }),
      );
    }
  }
}

function subjectOf({ licenseId }: Pick<RequestedLine, 'licenseId'>): Subject {
  return { kind: 'license', id: licenseId };
}
