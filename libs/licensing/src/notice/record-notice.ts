import { failedAlike, isSettled } from '../mail';
import { Refusal } from '../shared/refusal';
import type { Addressee, NoticeDue, NoticeEvent, NoticeSuppressionReason } from './events';
import { type NoticeDecision, noticeMailOf } from './state';

/** What became of one recipient's mail, or that there is no recipient at all. */
export type RecordNotice =
  | { readonly outcome: 'sent'; readonly addressee: Addressee; readonly messageId: string; readonly answer: string }
  | { readonly outcome: 'suppressed'; readonly addressee: Addressee; readonly reason: NoticeSuppressionReason }
  | {
      readonly outcome: 'failed';
      readonly addressee: Addressee;
      readonly messageId: string;
      readonly permanent: boolean;
      readonly answer: string;
    }
  | { readonly outcome: 'no-recipient' };

/** Records it once for each recipient, however often it is reported. A failure is kept until the mail is sent. */
export function recordNotice(decision: NoticeDecision, command: RecordNotice): NoticeEvent[] {
  if (command.outcome === 'no-recipient') return recordNoRecipient(decision);
  const notice = dueNotice(decision);
  const mail = noticeMailOf(decision, command.addressee);
  if (isSettled(mail)) return [];
  const data = { ...notice, ...command.addressee };
  switch (command.outcome) {
    case 'sent':
      return [{ type: 'NoticeSent', data: { ...data, messageId: command.messageId, answer: command.answer } }];
    case 'suppressed':
      return [{ type: 'NoticeSuppressed', data: { ...data, reason: command.reason } }];
    case 'failed': {
      const { messageId, permanent, answer } = command;
      if (failedAlike(mail, command)) return [];
      return [{ type: 'NoticeFailed', data: { ...data, messageId, permanent, answer } }];
    }
  }
}

function recordNoRecipient(decision: NoticeDecision): NoticeEvent[] {
  if (decision.outcome === 'suppressed') return [];
  return [{ type: 'NoticeSuppressed', data: { ...dueNotice(decision), reason: 'no-recipient' } }];
}

function dueNotice(decision: NoticeDecision): NoticeDue['data'] {
  if (decision.outcome === 'due') return decision.notice;
  throw new Refusal('NOT_FOUND', 'No such notice is due. Look at the ledger of notices for what was decided.');
}
