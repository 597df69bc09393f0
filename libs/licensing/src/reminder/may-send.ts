import { channelPolicy, remindersInForce } from '../policy';
import type { ContactId } from '../shared/words';
import { localDate } from '../term';
import type { ReminderDue, SuppressionReason } from './events';
import { type Audience, mayReceive } from './recipients';
import type { Reminders } from './state';
import type { Situation } from './still-wanted';

export interface AtSending extends Audience, Situation {
  /** Of the expiry, as they stand. */
  readonly reminders: Reminders;
}

/**
 * Asked right before a mail is handed over, for what has changed since the reminder fell due. Nobody gets two mails
 * about one expiry on one day, whatever was late or set anew.
 */
export function maySend(
  contactId: ContactId,
  { expiresOn, offset }: Pick<ReminderDue['data'], 'expiresOn' | 'offset'>,
  situation: AtSending,
): 'ok' | SuppressionReason {
  const verdict = mayReceive(contactId, expiresOn, situation);
  if (verdict !== 'ok') return verdict;
  if (!isInForce(offset, situation)) return 'withdrawn';
  return hasTighter(offset, situation) || hadMailToday(contactId, situation) ? 'superseded' : 'ok';
}

function isInForce(offset: number, { policy, channel, license }: AtSending): boolean {
  const overrides = license.status === 'unissued' ? undefined : license.grant.overrides;
  return remindersInForce(channelPolicy(policy, channel).reminders, overrides).offsets.includes(offset);
}

/** The mail waited so long that the next one is due. */
function hasTighter(offset: number, { reminders }: AtSending): boolean {
  return [...reminders].some(([other, { outcome }]) => other < offset && outcome === 'due');
}

function hadMailToday(contactId: ContactId, { reminders, now, renewable }: AtSending): boolean {
  if (!renewable) return false;
  const { zone } = renewable.term;
  const today = localDate(now, zone);
  return [...reminders.values()].some((decision) => {
    const mail = decision.outcome === 'due' ? decision.mails.get(contactId) : undefined;
    return mail?.outcome === 'sent' && localDate(Date.parse(mail.sentAt), zone) === today;
  });
}
