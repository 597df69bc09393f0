import { refuseUnlessCount } from '../shared/count';
import type { UnderPolicy } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import type { ContactAdded, OrderPlaced } from './events';
import type { Order } from './state';

export interface PlaceOrder {
  readonly placement: Omit<OrderPlaced['data'], 'policy'>;
  /** Who starts on the order's list. Whether they may see it is asked afresh at every use. */
  readonly contacts: readonly ContactId[];
  readonly by: Actor;
}

type PlacementRule = Rule<Order, PlaceOrder, UnderPolicy>;

const isSoldThroughChannel: PlacementRule = (_order, { placement }, { policy }) =>
  policy.channels[placement.channel]
    ? undefined
    : refused(
        'INVALID_INPUT',
        `${policy.vendor.name} does not sell through ${placement.channel}. Choose one of ${Object.keys(policy.channels).join(', ')}.`,
      );

const namesItsReseller: PlacementRule = (_order, { placement }) =>
  (placement.channel === 'reseller') === (placement.resellerId !== undefined)
    ? undefined
    : refused(
        'INVALID_INPUT',
        'An order through a reseller names the reseller, and no other order does. Correct either.',
      );

const hasLines: PlacementRule = (_order, { placement }) =>
  placement.lines.length > 0
    ? undefined
    : refused('INVALID_INPUT', 'The order has no lines. Name at least one product.');

const hasWholeQuotas: PlacementRule = (_order, { placement }) =>
  placement.lines.map(({ quota }) => refuseUnlessCount('quota', quota)).find((refusal) => refusal !== undefined);

const rules = [isSoldThroughChannel, namesItsReseller, hasLines, hasWholeQuotas];

/** Records a purchase and who is on its list of contacts. */
export function placeOrder(order: Order, command: PlaceOrder, decision: UnderPolicy): (OrderPlaced | ContactAdded)[] {
  if (order.status === 'placed') return [];
  enforce(rules, order, command, decision);
  return [
    { type: 'OrderPlaced', data: { ...command.placement, policy: decision.policy.id } },
    ...command.contacts.map((contactId): ContactAdded => ({
      type: 'ContactAdded',
      data: { contactId, role: 'order', addedBy: command.by },
    })),
  ];
}
