import { type Policy, type PolicyVersion, refuseUnlessSoldThrough } from '../policy';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor } from '../shared/words';
import { isPlaced } from './access';
import type { OrderPolicyMoved } from './events';
import type { Order } from './state';

export interface MoveOrderToPolicy {
  readonly to: PolicyVersion;
  readonly by: Actor;
  readonly reason: string;
}

/** `target` is the version that the command names. */
export interface ToVersion {
  readonly target: Policy;
}

type MoveRule = Rule<Order, MoveOrderToPolicy, ToVersion>;

const isByTheDesk: MoveRule = (_order, { by }) =>
  by.type === 'operator' || by.type === 'sales'
    ? undefined
    : refused('NOT_ALLOWED', 'Only sales or an operator moves an order to another version of its policy. Ask sales.');

const staysWithItsVendor: MoveRule = (order, { to }) =>
  order.status === 'placed' && order.policyVersion.policy !== to.policy
    ? refused(
        'NOT_ALLOWED',
        `This order is under the policy ${order.policyVersion.policy}. Choose a version of that policy.`,
      )
    : undefined;

const isStillSoldThrough: MoveRule = (order, _command, { target }) =>
  order.status === 'placed' ? refuseUnlessSoldThrough(target, order.placement.channel) : undefined;

const hasReason: MoveRule = (_order, { reason }) =>
  reason.trim() === ''
    ? refused('INVALID_INPUT', 'The reason is empty. Say why the order is moved: it stays on record.')
    : undefined;

const rules: readonly MoveRule[] = [isPlaced, isByTheDesk, staysWithItsVendor, isStillSoldThrough, hasReason];

/** An order keeps the version that it was placed under until somebody moves it, on record. */
export function moveOrderToPolicy(order: Order, command: MoveOrderToPolicy, decision: ToVersion): OrderPolicyMoved[] {
  enforce(rules, order, command, decision);
  const { to, by, reason } = command;
  if (order.status !== 'placed' || order.policyVersion.policyHash === to.policyHash) return [];
  const { policy, policyHash: fromHash } = order.policyVersion;
  return [{ type: 'OrderPolicyMoved', data: { policy, fromHash, toHash: to.policyHash, by, reason } }];
}
