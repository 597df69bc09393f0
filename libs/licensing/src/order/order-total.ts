import { multiply, total } from '../shared/money';
import type { Money } from '../shared/words';
import type { OrderLine } from './events';
import type { PlacedOrder } from './state';

/** What the first period of everything on the order costs, with the maintenance that is sold with it. */
export function orderTotal({ placement: { lines } }: Pick<PlacedOrder, 'placement'>): Money {
  const amounts = lines.flatMap(amountsOf);
  return total(amounts[0]?.currency ?? 'XXX', amounts);
}

/** What was paid and has not bounced. */
export function paidFor(order: PlacedOrder): Money {
  const standing = [...order.payments.values()].filter(({ reversed }) => !reversed);
  return total(
    orderTotal(order).currency,
    standing.map(({ amount }) => amount),
  );
}

function amountsOf({ unitPrice, quota, maintenance }: OrderLine): Money[] {
  const license = multiply(unitPrice, quota);
  return maintenance ? [license, multiply(maintenance.unitPrice, quota)] : [license];
}
