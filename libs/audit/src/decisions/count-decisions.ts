import type { EventStore, Position, Upcasting } from '@renewals/event-store';
import type { LicenseId, NoticeKind, RenewalSource } from '@renewals/licensing';
import { idOf, loggedEvents } from '../log/logged-events';

export interface ReminderCounts {
  sent: number;
  suppressed: number;
  failed: number;
}

export interface DecisionCounts {
  /** By offset, ascending. */
  readonly reminders: Readonly<Record<number, Readonly<ReminderCounts>>>;
  /** Of reminders: those of one digest went out in one. */
  readonly mails: number;
  /** Mails that are no reminders, by their kind; kinds of which none was sent are left out. */
  readonly notices: Readonly<Partial<Record<NoticeKind, number>>>;
  /** By the way they were asked for; ways that nobody took are left out. */
  readonly renewals: Readonly<Partial<Record<RenewalSource, number>>>;
  readonly contractsStarted: number;
  readonly expired: { readonly licenses: number; readonly trials: number };
}

/** What was decided after a position of the log. */
export async function countDecisions(
  store: EventStore,
  upcasting: Upcasting,
  { after }: { readonly after: Position },
): Promise<DecisionCounts> {
  const trials = new Set<LicenseId>();
  const mails = new Set<string>();
  const reminders: Record<number, ReminderCounts> = {};
  const notices: Partial<Record<NoticeKind, number>> = {};
  const renewals: Partial<Record<RenewalSource, number>> = {};
  const expired = { licenses: 0, trials: 0 };
  let contractsStarted = 0;
  const ofOffset = (offset: number) => (reminders[offset] ??= { sent: 0, suppressed: 0, failed: 0 });

  for await (const event of loggedEvents(store, upcasting, ['license', 'renewal', 'reminder', 'notice'])) {
    // What kind of license expires later was said when it was issued, perhaps long before.
    if (event.type === 'LicenseIssued' && event.data.kind === 'trial') trials.add(event.data.licenseId);
    if (event.position <= after) continue;
    switch (event.type) {
      case 'ReminderSent':
        mails.add(event.data.messageId);
        ofOffset(event.data.offset).sent += 1;
        break;
      case 'NoticeSent':
        notices[event.data.kind] = (notices[event.data.kind] ?? 0) + 1;
        break;
      case 'ReminderSuppressed':
        ofOffset(event.data.offset).suppressed += 1;
        break;
      case 'ReminderFailed':
        ofOffset(event.data.offset).failed += 1;
        break;
      case 'RenewalRequested':
        renewals[event.data.source] = (renewals[event.data.source] ?? 0) + 1;
        break;
      case 'ContractStarted':
        contractsStarted += 1;
        break;
      case 'LicenseExpired':
        expired[trials.has(idOf(event)) ? 'trials' : 'licenses'] += 1;
    }
  }
  return { reminders, mails: mails.size, notices, renewals, contractsStarted, expired };
}
