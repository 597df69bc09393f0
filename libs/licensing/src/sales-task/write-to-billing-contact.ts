import { channelPolicy, type SalesTaskPolicy } from '../policy';
import type { Situation } from '../reminder';
import type { IsoDate, Subject } from '../shared/words';
import { addDays, localDate, type Term } from '../term';
import type { SalesTaskDropped, SalesTaskOpened } from './events';
import type { SalesTask } from './state';
import { reasonNotToWrite } from './still-needed';

export interface WriteToBillingContact {
  readonly taskId: string;
  readonly subject: Subject;
  readonly expiresOn: IsoDate;
}

/** The day in the term's zone on which sales is asked to write. A short term has its task from its first day. */
export function opensOn(
  { opensDaysBefore }: SalesTaskPolicy,
  { startsOn, expiresOn }: Pick<Term, 'startsOn' | 'expiresOn'>,
): IsoDate {
  const wanted = addDays(expiresOn, -opensDaysBefore);
  return wanted < startsOn ? startsOn : wanted;
}

/** Asks sales to write to the billing contact, once the policy's day has come and as long as there is a reason to. */
export function openWritingTask(
  task: SalesTask,
  { taskId, subject, expiresOn }: WriteToBillingContact,
  situation: Situation,
): SalesTaskOpened[] {
  if (task.status === 'open' || task.status === 'done') return [];
  const { policy, channel, license, renewable, now } = situation;
  const { salesTask } = channelPolicy(policy, channel);
  if (salesTask === 'none' || license.status === 'unissued' || !renewable) return [];
  if (reasonNotToWrite(expiresOn, situation)) return [];
  const { term } = renewable;
  const openedOn = localDate(now, term.zone);
  if (openedOn < opensOn(salesTask, term)) return [];
  const inTime = addDays(expiresOn, -salesTask.dueDaysBefore);
  const { orderId, organizationId } = license.grant;
  const about = { purpose: 'write-to-billing-contact', subject, expiresOn } as const;
  const dueOn = inTime < openedOn ? openedOn : inTime;
  const data = {
    taskId,
    ...about,
    policy: policy.id,
    channel,
    orderId,
    organizationId,
    openedOn,
    dueOn,
    zone: term.zone,
  };
  return [{ type: 'SalesTaskOpened', data }];
}

/** Takes the task back when its reason is gone: cancelled, approved, renewed, terminated or expired meanwhile. */
export function dropWritingTask(
  task: SalesTask,
  { taskId, expiresOn }: WriteToBillingContact,
  situation: Situation,
): SalesTaskDropped[] {
  const reason = task.status === 'open' && reasonNotToWrite(expiresOn, situation);
  return reason ? [{ type: 'SalesTaskDropped', data: { taskId, reason } }] : [];
}
