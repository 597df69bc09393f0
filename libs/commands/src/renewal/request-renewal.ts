import {
  channelPolicy,
  type IsoDate,
  multiply,
  type NoticeProof,
  type OfOrder,
  type Policy,
  Refusal,
  type Refused,
  type RenewalId,
  type RenewalLine,
  type RenewalPolicy,
  type RenewalSource,
  renewalStream,
  requestRenewal,
  type Subject,
  subjectKey,
} from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Desk, type LicenseOnDesk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { Subjects } from '../subjects/subjects';

export interface RequestedLine {
  readonly subject: Subject;
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
    /** Of one that opens by itself: the mail that told of it. */
    readonly notice?: NoticeProof,
  ) {
    super();
  }
}

interface Claim {
  readonly line: RenewalLine;
  readonly policy: Policy;
  readonly terms: RenewalPolicy;
}

/**
 * Claims each term first, then lists the claims that were won: no store appends to several streams at once, and a term
 * is never in two renewals. Claims of a request that never came are released by an automation.
 */
@CommandHandler(RequestRenewal)
export class RequestRenewalHandler implements ICommandHandler<RequestRenewal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ lines, source, context, notice }: RequestRenewal): Promise<RenewalAnswer> {
    const renewalId = derivedId('renewal', context.commandId) as RenewalId;
    const claims: Claim[] = [];
    const refused: (Refused & { subject: Subject })[] = [];
    for (const line of await this.toClaim(renewalId, lines)) {
      try {
        claims.push(await this.claim(renewalId, line, source, context));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ subject: line.subject, code: error.code, message: error.message });
      }
    }
    try {
      const outcome = await this.request(renewalId, claims, refused, { source, ...(notice && { notice }) }, context);
      return { ...outcome, renewalId };
    } catch (error) {
      if (error instanceof Refusal) await this.release(renewalId, claims, context);
      throw error;
    }
  }

  /** None when the request was here before: a line that was refused then might be free by now. */
  private async toClaim(renewalId: RenewalId, lines: readonly RequestedLine[]): Promise<readonly RequestedLine[]> {
    const once = withoutRepeats(lines);
    // A single line was won, or there is no renewal: its claim is known again without a look.
    const wasHere = once.length > 1 && (await this.desk.renewal(renewalId)).stage !== 'unrequested';
    return wasHere ? [] : once;
  }

  private async claim(
    renewalId: RenewalId,
    { subject, currentExpiresOn }: RequestedLine,
    source: RenewalSource,
    context: CommandContext,
  ): Promise<Claim> {
    const found = await this.desk.licenseFor(subject.id, context.actor);
    const { license, policy, channel } = found;
    const { grant } = license;
    const stream = this.subjects.of(subject);
    await stream.open(
      { renewalId, currentExpiresOn, source, requestedBy: context.actor },
      atEachTry(found, this.clock),
      step(context, 'claim', subjectKey(subject)),
    );
    const renewable = await stream.renewable(currentExpiresOn);
    const line: RenewalLine = {
      subject,
      currentExpiresOn,
      quota: grant.quota,
      amount: multiply(stream.unitPrice(grant), grant.quota),
      zone: renewable?.term.zone ?? policy.vendor.zone,
    };
    return { line, policy, terms: channelPolicy(policy, channel).renewal };
  }

  private request(
    renewalId: RenewalId,
    claims: readonly Claim[],
    refused: readonly (Refused & { subject: Subject })[],
    how: { readonly source: RenewalSource; readonly notice?: NoticeProof },
    context: CommandContext,
  ): Promise<Outcome> {
    const [first] = claims;
    if (!first) return this.answerWithoutClaims(renewalId, refused, context);
    if (claims.some(({ policy }) => policy.id !== first.policy.id)) {
      throw new Refusal('INVALID_INPUT', 'These licenses are of several vendors. Renew each vendor by itself.');
    }
    const command = {
      renewalId,
      ...how,
      requestedBy: context.actor,
      lines: claims.map(({ line }) => line),
      refused,
      terms: claims.map(({ terms }) => terms),
    };
    const decision = { now: this.clock.now(), policy: first.policy };
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      requestRenewal(renewal, command, decision),
    );
  }

  /** Its first answer, if it was here before; else why no line was won. */
  private answerWithoutClaims(
    renewalId: RenewalId,
    [why]: readonly Refused[],
    context: CommandContext,
  ): Promise<Outcome> {
    return this.streams.decide(renewalStream, renewalId, context, ({ stage }) => {
      if (stage !== 'unrequested') {
        throw new Refusal(
          'RENEWAL_ENDED',
          'This request was given up halfway and its renewal ended. Request a new one.',
        );
      }
      throw new Refusal(why?.code ?? 'INVALID_INPUT', why?.message ?? 'Nothing is to be renewed. Choose a license.');
    });
  }

  private async release(renewalId: RenewalId, claims: readonly Claim[], context: CommandContext): Promise<void> {
    for (const { line } of claims) {
      const { subject } = line;
      await this.subjects
        .of(subject)
        .release({ renewalId, reason: 'refused' }, step(context, 'release', subjectKey(subject)));
    }
  }
}

/** A subject that is named twice is one line, and is paid for once. */
function withoutRepeats(lines: readonly RequestedLine[]): readonly RequestedLine[] {
  return [...new Map(lines.toReversed().map((line) => [subjectKey(line.subject), line])).values()].toReversed();
}

/** The time is asked for again when the claim lost a race, such as with the expiry. */
function atEachTry(found: LicenseOnDesk, clock: Clock): OfOrder {
  return {
    ...found,
    get now() {
      return clock.now();
    },
  };
}
