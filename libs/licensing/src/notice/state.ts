import type { Mail } from '../mail';
import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { Addressee, NoticeDue, NoticeEvent, NoticeSuppressionReason } from './events';

/** What was decided about one notice. */
export type NoticeDecision =
  | { readonly outcome: 'undecided' }
  | {
      readonly outcome: 'due';
      readonly notice: NoticeDue['data'];
      readonly mails: ReadonlyMap<string, Mail>;
    }
  /** Nobody gets it. */
  | { readonly outcome: 'suppressed'; readonly reason: NoticeSuppressionReason };

function evolve(decision: NoticeDecision, event: NoticeEvent): NoticeDecision {
  switch (event.type) {
    case 'NoticeDue':
      return { outcome: 'due', notice: event.data, mails: new Map() };
    case 'NoticeSent':
      return withMail(decision, event, event.data, { outcome: 'sent' });
    case 'NoticeSuppressed':
      return event.data.to === undefined
        ? { outcome: 'suppressed', reason: event.data.reason }
        : withMail(decision, event, event.data, { outcome: 'suppressed' });
    case 'NoticeFailed': {
      const { permanent, answer } = event.data;
      return withMail(decision, event, event.data, { outcome: 'failed', permanent, answer });
    }
    default:
      throw new UnknownEvent('notice', event);
  }
}

function withMail(decision: NoticeDecision, event: NoticeEvent, to: Addressee, mail: Mail): NoticeDecision {
  if (decision.outcome !== 'due') throw new EventOutOfPlace('notice', event, 'not due');
  return { ...decision, mails: new Map(decision.mails).set(nameOf(to), mail) };
}

/** What became of the mail to them, if anything did. */
export function noticeMailOf(decision: NoticeDecision, to: Addressee): Mail | undefined {
  return decision.outcome === 'due' ? decision.mails.get(nameOf(to)) : undefined;
}

function nameOf(to: Addressee): string {
  return to.to === 'contact' ? to.contactId : to.to;
}

export const noticeStream: StreamDefinition<NoticeDecision, NoticeEvent> = {
  category: 'notice',
  initial: { outcome: 'undecided' },
  evolve,
};
