import { MOST_ORDERS_A_LINK } from '@renewals/commands';
import type { OrderId } from '@renewals/licensing';
import type { DigestContent, ReminderContent } from '@renewals/mail';

/**
 * One mail of several reminders to one contact, from one vendor, in one language. `unsubscribe`: the address that ends
 * the reminders of these orders; of more orders than it can name, each line has its own only.
 */
export function digestOf(
  lines: readonly ReminderContent[],
  unsubscribe: (orderIds: readonly OrderId[]) => string,
): DigestContent {
  const [first] = lines;
  if (!first) throw new RangeError('A digest of nothing is no mail.');
  const { to, locale, vendor } = first;
  const alsoNames = [...new Set(lines.flatMap((line) => line.alsoNames ?? []))];
  const orders = [...new Set(lines.map(({ orderId }) => orderId))];
  const [only, ...others] = orders;
  const label = only !== undefined && others.length === 0 ? only : 'several-orders';
  const list = orders.length <= MOST_ORDERS_A_LINK && { list: { label, unsubscribeUrl: unsubscribe(orders) } };
  return { kind: 'digest', to, locale, vendor, alsoNames, ...list, lines };
}
