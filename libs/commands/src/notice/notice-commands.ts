import {
  type Instant,
  isConfirmationDue,
  type Notice,
  noticeStream,
  type OrderId,
  raiseNotice,
  recordNotice,
  type RecordNotice,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { licenseOfLine } from '../order/provisioned-licenses';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';

/** Something happened at `dueAt` that somebody is to be told. */
export class RaiseNotice extends Command<Outcome | { readonly wrote: false }> {
  constructor(
    readonly notice: Notice & { readonly noticeId: string },
    readonly dueAt: Instant,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RaiseNotice)
export class RaiseNoticeHandler implements ICommandHandler<RaiseNotice> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ notice, dueAt, context }: RaiseNotice): Promise<Outcome | { readonly wrote: false }> {
    if (!(await this.isDue(notice))) return { wrote: false };
    const installation = await this.desk.installation();
    const released = installation.mail === 'released' && { mailReleasedAt: installation.releasedAt };
    return this.streams.decide(noticeStream, notice.noticeId, context, (decision) =>
      raiseNotice(decision, notice, { dueAt, ...released }),
    );
  }

  /** A renewal is confirmed, and an order received, once: after the last of what it consists of. */
  private async isDue(notice: Notice): Promise<boolean> {
    switch (notice.kind) {
      case 'confirmation':
        return isConfirmationDue(await this.desk.renewal(notice.about.renewalId));
      case 'order-received':
        return this.isProvisioned(notice.about.orderId);
      default:
        return true;
    }
  }

  private async isProvisioned(orderId: OrderId): Promise<boolean> {
    const { placement } = await this.desk.placedOrder(orderId);
    const licenses = placement.lines.map((_line, index) => this.desk.license(licenseOfLine(orderId, index)));
    return (await Promise.all(licenses)).every(({ status }) => status !== 'unissued');
  }
}

/** What became of one notice's mail. */
export class RecordNoticeMail extends Command<Outcome> {
  constructor(
    readonly noticeId: string,
    readonly became: RecordNotice,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordNoticeMail)
export class RecordNoticeMailHandler implements ICommandHandler<RecordNoticeMail> {
  constructor(private readonly streams: Streams) {}

  execute({ noticeId, became, context }: RecordNoticeMail): Promise<Outcome> {
    return this.streams.decide(noticeStream, noticeId, context, (decision) => recordNotice(decision, became));
  }
}
