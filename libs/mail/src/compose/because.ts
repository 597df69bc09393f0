import type { OrderId } from '@renewals/licensing';
import type { Words } from '@renewals/words';

/** Why somebody gets a mail: what they are of these orders, or that they sell for the vendor. */
export type Because = RoleInOrders | { readonly role: 'sales'; readonly vendor: string };

export interface RoleInOrders {
  readonly role: 'order-contact' | 'billing-contact' | 'reseller';
  /** At least one. */
  readonly orders: readonly OrderId[];
}

export function becauseOf(because: Because, words: Words): string {
  if (because.role === 'sales') return words.say('because.sales', { vendor: because.vendor });
  const { role, orders } = because;
  return words.say(`because.${role}`, { count: orders.length, orders: words.list(orders) });
}
