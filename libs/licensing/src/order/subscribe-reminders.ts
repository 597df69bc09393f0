import { enforce, type Rule } from '../shared/rule';
import { noSuchOrder } from './access';
import type { RemindersResubscribed, RemindersUnsubscribed } from './events';
import type { Order } from './state';

export type UnsubscribeReminders = RemindersUnsubscribed['data'];
export type ResubscribeReminders = RemindersResubscribed['data'];

const isPlaced: Rule<Order, object, object> = (order) => (order.status === 'placed' ? undefined : noSuchOrder);

const rules = [isPlaced];

/** No more reminders of this order to this person, who keeps access to it (E). */
export function unsubscribeReminders(order: Order, command: UnsubscribeReminders): RemindersUnsubscribed[] {
  enforce(rules, order, command, {});
  return isUnsubscribed(order, command) ? [] : [{ type: 'RemindersUnsubscribed', data: command }];
}

export function resubscribeReminders(order: Order, command: ResubscribeReminders): RemindersResubscribed[] {
  enforce(rules, order, command, {});
  return isUnsubscribed(order, command) ? [{ type: 'RemindersResubscribed', data: command }] : [];
}

function isUnsubscribed(order: Order, { contactId }: ResubscribeReminders): boolean {
  return order.status === 'placed' && order.unsubscribed.has(contactId);
}
