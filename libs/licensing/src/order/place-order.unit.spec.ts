import { portalPolicy } from '../policy/examples.spec';
import { ann, bySales } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import type { OrganizationId } from '../shared/words';
import type { OrderPlaced } from './events';
import { contactAdded, orderPlaced } from './examples.spec';
import { type PlaceOrder, placeOrder } from './place-order';
import { orderStream } from './state';

const given = specification(orderStream);
const decision = { policy: portalPolicy };

function place(data: Partial<OrderPlaced['data']> = {}): PlaceOrder {
  const { policy: _decided, ...placement } = orderPlaced(data).data;
  return { placement, contacts: [ann], by: bySales };
}

describe('placing an order', () => {
  it('records the purchase, its policy and who is on its list', () =>
    given([])
      .when(placeOrder, place(), decision)
      .then([orderPlaced(), contactAdded('ann')]));

  it('is done once', () => given([orderPlaced()]).when(placeOrder, place(), decision).thenNothing());

  it('is refused in a channel that the vendor does not have', () =>
    given([])
      .when(placeOrder, place({ channel: 'quote' }), decision)
      .thenRefused('INVALID_INPUT', 'store, purchase-order'));

  it('names the reseller exactly when there is one', () => {
    given([])
      .when(placeOrder, place({ channel: 'reseller' }), decision)
      .thenRefused('INVALID_INPUT', 'names the reseller');
    given([])
      .when(placeOrder, place({ resellerId: 'partner' as OrganizationId }), decision)
      .thenRefused('INVALID_INPUT');
  });

  it('buys something, in whole numbers', () => {
    given([])
      .when(placeOrder, place({ lines: [] }), decision)
      .thenRefused('INVALID_INPUT', 'at least one product');
    const [line] = orderPlaced().data.lines;
    given([])
      .when(placeOrder, place({ lines: line ? [{ ...line, quota: 0.5 }] : [] }), decision)
      .thenRefused('INVALID_COUNT');
  });
});
