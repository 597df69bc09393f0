import {
  type BounceSeverity,
  type ContactId,
  type Instant,
  markReachable,
  type OrganizationId,
  organizationStream,
  recordBounce,
  rfc3339,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

/** A mail that went to a contact, and what was reported of it. */
export interface ReturnedMail {
  readonly contactId: ContactId;
  readonly messageId: string;
  readonly sentAt: Instant;
  readonly severity: BounceSeverity;
  /** RFC 3463, as `5.1.1`. */
  readonly status?: string;
}

export class RecordBounce extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly mail: ReturnedMail,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordBounce)
export class RecordBounceHandler implements ICommandHandler<RecordBounce> {
  constructor(
    private readonly streams: Streams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ organizationId, mail, context }: RecordBounce): Promise<Outcome> {
    const at = rfc3339(this.clock.now());
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      recordBounce(organization, { ...mail, at }),
    );
  }
}

export class MarkReachable extends Command<Outcome> {
  constructor(
    readonly organizationId: OrganizationId,
    readonly contactId: ContactId,
    /** How it is known. */
    readonly reason: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(MarkReachable)
export class MarkReachableHandler implements ICommandHandler<MarkReachable> {
  constructor(
    private readonly streams: Streams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ organizationId, contactId, reason, context }: MarkReachable): Promise<Outcome> {
    const at = rfc3339(this.clock.now());
    return this.streams.decide(organizationStream, organizationId, context, (organization) =>
      markReachable(organization, { contactId, by: context.actor, reason, at }),
    );
  }
}
