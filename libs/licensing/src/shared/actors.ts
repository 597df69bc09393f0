import type { Actor } from './words';

/** A person who works for the vendor. */
export function isStaff({ type }: Actor): boolean {
  return type === 'sales' || type === 'support' || type === 'operator';
}

/** A person of the customer's or the reseller's company, as opposed to the vendor's people and programs. */
export function isCustomerSide({ type }: Actor): boolean {
  return type === 'customer' || type === 'reseller';
}
