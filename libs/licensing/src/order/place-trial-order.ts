import type { TrialRequested } from '../license';
import { money } from '../shared/money';
import type { ContactAdded, OrderPlaced } from './events';
import { orderPlaced } from './place-order';
import type { Order } from './state';

export interface PlaceTrialOrder {
  readonly request: TrialRequested['data'];
  readonly terms: Pick<OrderPlaced['data'], 'policyHash' | 'channel'> &
    Pick<OrderPlaced['data']['lines'][number], 'period' | 'quota'>;
}

/** The order of a trial: one line that costs nothing, seen by the person who is to try it. */
export function placeTrialOrder(order: Order, { request, terms }: PlaceTrialOrder): (OrderPlaced | ContactAdded)[] {
  if (order.status === 'placed') return [];
  const { orderId, organizationId, policy, product, delivery, contactId, requestedBy } = request;
  const { policyHash, channel, period, quota } = terms;
  const line = { product, kind: 'trial', delivery, period, quota, unitPrice: noPrice } as const;
  const placement = {
    orderId,
    organizationId,
    policy,
    policyHash,
    channel,
    billingContactId: contactId,
    lines: [line],
  };
  return orderPlaced(placement, [contactId], requestedBy);
}

/** XXX: "no currency" in ISO 4217. */
const noPrice = money(0, 'XXX');
