import { portalPolicy, recurringPolicy } from '../policy/examples.spec';
import { bySales, bySupport } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import type { OrderPolicyMoved } from './events';
import { orderPlaced } from './examples.spec';
import { moveOrderToPolicy, type MoveOrderToPolicy } from './move-order-to-policy';
import { orderStream } from './state';

const given = specification(orderStream);
const { policy, policyHash: placedUnder } = orderPlaced().data;
const to = { policy, policyHash: 'newer' };
const move: MoveOrderToPolicy = { to, by: bySales, reason: 'agreed with the customer' };
const target = { target: portalPolicy };
const moved: OrderPolicyMoved = {
  type: 'OrderPolicyMoved',
  data: { policy, fromHash: placedUnder, toHash: 'newer', by: bySales, reason: 'agreed with the customer' },
};

describe('moving an order to another version of its policy', () => {
  it('is recorded with who and why, once', () => {
    given([orderPlaced()]).when(moveOrderToPolicy, move, target).then([moved]);
    given([orderPlaced(), moved]).when(moveOrderToPolicy, move, target).thenNothing();
  });

  it('says which version holds from then on', () => {
    expect(fold(orderStream, [orderPlaced()])).toMatchObject({ policyVersion: { policy, policyHash: placedUnder } });
    expect(fold(orderStream, [orderPlaced(), moved])).toMatchObject({ policyVersion: to });
  });

  it('can be taken back, on record too', () =>
    given([orderPlaced(), moved])
      .when(moveOrderToPolicy, { ...move, to: { policy, policyHash: placedUnder } }, target)
      .then([{ ...moved, data: { ...moved.data, fromHash: 'newer', toHash: placedUnder } }]));

  it('is for sales and operators', () =>
    given([orderPlaced()])
      .when(moveOrderToPolicy, { ...move, by: bySupport }, target)
      .thenRefused('NOT_ALLOWED', 'Ask sales'));

  it('stays with the vendor', () =>
    given([orderPlaced()])
      .when(moveOrderToPolicy, { ...move, to: { ...to, policy: recurringPolicy.id } }, { target: recurringPolicy })
      .thenRefused('NOT_ALLOWED', `the policy ${policy}`));

  it('needs a version that still sells through the channel of the order', () =>
    given([orderPlaced({ channel: 'payment-provider' })])
      .when(moveOrderToPolicy, move, target)
      .thenRefused('INVALID_INPUT', 'does not sell through payment-provider'));

  it('needs a reason, and an order', () => {
    given([orderPlaced()])
      .when(moveOrderToPolicy, { ...move, reason: ' ' }, target)
      .thenRefused('INVALID_INPUT', 'Say why');
    given([]).when(moveOrderToPolicy, move, target).thenRefused('NOT_FOUND');
  });
});
