import { enforce, type Rule } from '../shared/rule';
import { noSuchOrder } from './access';
import type { AmongContacts } from './add-contact';
import type { OrderAlertRaised, OrderAlertResolved, RemindersResubscribed, RemindersUnsubscribed } from './events';
import { alertingOfSilence, type AmongReached, resolvingSilence } from './reachability';
import type { Order } from './state';

export type UnsubscribeReminders = RemindersUnsubscribed['data'];
export type ResubscribeReminders = RemindersResubscribed['data'];

const isPlaced: Rule<Order, object, object> = (order) => (order.status === 'placed' ? undefined : noSuchOrder);

const rules = [isPlaced];

/** No more reminders of this order to this person, who keeps access to it, and the reminders of other orders (E). */
export function unsubscribeReminders(
  order: Order,
  command: UnsubscribeReminders,
  decision: AmongReached,
): (RemindersUnsubscribed | OrderAlertRaised)[] {
  enforce(rules, order, command, {});
  if (isUnsubscribed(order, command)) return [];
  return alertingOfSilence(order, decision, [{ type: 'RemindersUnsubscribed', data: command }]);
}

export function resubscribeReminders(
  order: Order,
  command: ResubscribeReminders,
  { organization }: AmongContacts,
): (RemindersResubscribed | OrderAlertResolved)[] {
  enforce(rules, order, command, {});
  if (!isUnsubscribed(order, command)) return [];
  return resolvingSilence(order, organization, [{ type: 'RemindersResubscribed', data: command }]);
}

function isUnsubscribed(order: Order, { contactId }: ResubscribeReminders): boolean {
  return order.status === 'placed' && order.unsubscribed.has(contactId);
}
