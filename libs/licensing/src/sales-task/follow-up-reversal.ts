import type { AtTime } from '../shared/decision';
import type { Channel, OrderId, OrganizationId, RenewalId, Zone } from '../shared/words';
import { localDate } from '../term';
import type { SalesTaskOpened } from './events';
import type { SalesTask } from './state';

export interface FollowUpReversal {
  readonly taskId: string;
  readonly renewalId: RenewalId;
  readonly paymentId: string;
}

/** What the renewal renews, looked up. */
export interface OfRenewal extends AtTime {
  readonly policy: string;
  readonly channel: Channel;
  readonly orderId: OrderId;
  readonly organizationId: OrganizationId;
  readonly zone: Zone;
}

/** A payment bounced while the contract runs: sales decides that day what becomes of it. */
export function openReversalTask(
  task: SalesTask,
  command: FollowUpReversal,
  { now, ...sold }: OfRenewal,
): SalesTaskOpened[] {
  if (task.status !== 'none') return [];
  const today = localDate(now, sold.zone);
  const data = { ...command, purpose: 'payment-reversed', ...sold, openedOn: today, dueOn: today } as const;
  return [{ type: 'SalesTaskOpened', data }];
}
