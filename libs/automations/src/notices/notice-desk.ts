import { RecordNoticeMail, type Streams } from '@renewals/commands';
import {
  type Addressee,
  isOverWith,
  type NoticeDecision,
  type NoticeKind,
  noticeMailOf,
  noticeStream,
  type RecordNotice,
} from '@renewals/licensing';
import type { DueNotice, MailDesk, MailOutcome, Recipient, Verdict } from '@renewals/mail';
import type { CommandBus } from '@nestjs/cqrs';
import { deliveryContext } from '../correspondence/delivery-context';
import type { KindOfNotice, KindsOfNotice } from './kind-of-notice';

/** Answers delivery from the streams as they are at that moment, and turns what it tells into commands (rule 14). */
export class StreamsNoticeDesk implements MailDesk<DueNotice> {
  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
    private readonly kinds: KindsOfNotice,
  ) {}

  async recipients(of: DueNotice): Promise<readonly Recipient[]> {
    const decision = await this.decisionOn(of);
    if (decision.outcome !== 'due') return [];
    const recipients = await this.kind(of.kind).recipients(decision.notice.about);
    return recipients.filter((recipient) => !isOver(decision, recipient));
  }

  async check(of: DueNotice, recipient: Recipient): Promise<Verdict> {
    const decision = await this.decisionOn(of);
    if (decision.outcome !== 'due' || isOver(decision, recipient)) return 'already-decided';
    return this.kind(of.kind).write(decision.notice.about, recipient);
  }

  async record(of: DueNotice, told: MailOutcome): Promise<void> {
    await this.commands.execute(new RecordNoticeMail(of.noticeId, becameOf(told), deliveryContext(of, told)));
  }

  private kind(kind: NoticeKind): KindOfNotice<NoticeKind> {
    return this.kinds[kind];
  }

  private async decisionOn({ noticeId }: DueNotice): Promise<NoticeDecision> {
    return (await this.streams.read(noticeStream, noticeId)).state;
  }
}

function isOver(decision: NoticeDecision, recipient: Recipient): boolean {
  return isOverWith(noticeMailOf(decision, addresseeOf(recipient)));
}

function addresseeOf(recipient: Recipient): Addressee {
  if (recipient === 'sales' || recipient === 'support') return { to: recipient as 'sales' | 'support' };
  return { to: 'contact', contactId: recipient };
}

/** It is suppressed for a reason that this desk gave. */
function becameOf(told: MailOutcome): RecordNotice {
  if (told.outcome === 'no-recipient') return told;
  const { recipient, ...outcome } = told;
  return { ...outcome, addressee: addresseeOf(recipient) } as RecordNotice;
}
