import { refuseUnlessSoldThrough } from '../policy';
import { refuseUnlessCount } from '../shared/count';
import type { UnderPolicy } from '../shared/decision';
import { enforce, type Rule } from '../shared/rule';
import type { ContactAdded, OrderPlaced } from './events';
import { orderPlaced, type PlaceOrder } from './place-order';
import type { Order } from './state';

type ImportRule = Rule<Order, PlaceOrder, UnderPolicy>;

const isSoldThroughChannel: ImportRule = (_order, { placement }, { policy }) =>
  refuseUnlessSoldThrough(policy, placement.channel);

const hasWholeQuotas: ImportRule = (_order, { placement }) =>
  placement.lines.map(({ quota }) => refuseUnlessCount('quota', quota)).find((refusal) => refusal !== undefined);

const rules = [isSoldThroughChannel, hasWholeQuotas];

/** Takes over an order that a former system has sold and provisioned, trials too. */
export function importOrder(order: Order, command: PlaceOrder, decision: UnderPolicy): (OrderPlaced | ContactAdded)[] {
  if (order.status === 'placed') return [];
  enforce(rules, order, command, decision);
  return orderPlaced({ ...command.placement, policy: decision.policy.id }, command.contacts, command.by);
}
