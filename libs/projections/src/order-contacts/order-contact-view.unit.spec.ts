import type { RecordedEvent } from '@renewals/event-store';
import { orderContactView } from './order-contact-view';

const event = (type: string, role: string) =>
  ({ stream: 'order-o1', type, data: { contactId: 'ann', role } }) as unknown as RecordedEvent;

const listAfter = (...events: RecordedEvent[]) => {
  const list = new Map<string, unknown>();
  for (const one of events) {
    for (const key of orderContactView.keysOf(one)) {
      const row = orderContactView.evolve(undefined, one, key);
      if (row) list.set(key, row);
      else list.delete(key);
    }
  }
  return [...list.values()];
};

describe('the lists of order contacts', () => {
  it('have who was added', () =>
    expect(listAfter(event('ContactAdded', 'order'))).toEqual([
      { key: 'o1|ann|order', orderId: 'o1', contactId: 'ann', role: 'order' },
    ]));

  it('no longer have who was removed', () =>
    expect(listAfter(event('ContactAdded', 'order'), event('ContactRemoved', 'order'))).toEqual([]));

  it('keep who only stops being a billing contact', () =>
    expect(
      listAfter(event('ContactAdded', 'order'), event('ContactAdded', 'billing'), event('ContactRemoved', 'billing')),
    ).toMatchObject([{ role: 'order' }]));
});
