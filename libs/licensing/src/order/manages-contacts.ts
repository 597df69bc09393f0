import type { Organization } from '../organization';
import { isCustomerSide } from '../shared/actors';
import type { Refused } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import { noSuchOrder, refuseAccess } from './access';
import type { Order } from './state';

/** Only people on the order's list, and the vendor, change the list (E). */
export function refuseManagement(order: Order, organization: Organization, by: Actor): Refused | undefined {
  if (isCustomerSide(by)) return refuseAccess(order, organization, by.id as ContactId);
  return order.status === 'placed' ? undefined : noSuchOrder;
}
