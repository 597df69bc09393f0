import type { ContactId, ContactRole, DomainEvent, OrderId } from '@renewals/licensing';
import type { Moment } from './company';

/** Who belongs where, as plain sets, from what happened and from nothing else. */
export class WhoMay {
  readonly accepted = new Set<ContactId>();
  readonly onList = new Map<OrderId, Set<ContactId>>();

  see(order: OrderId, contactId: ContactId): boolean {
    return this.accepted.has(contactId) && this.listOf(order).has(contactId);
  }

  after({ order, event }: Moment): void {
    if (order !== undefined) return this.inOrder(order, event);
    const { contactId, owner } = event.data as { contactId?: ContactId; owner?: { contactId: ContactId } };
    if (event.type === 'OrganizationRegistered' && owner) this.accepted.add(owner.contactId);
    if (event.type === 'InvitationAccepted' && contactId) this.accepted.add(contactId);
    if (event.type === 'CompanyContactRemoved' && contactId) this.accepted.delete(contactId);
  }

  private inOrder(order: OrderId, event: DomainEvent): void {
    const { contactId, role } = event.data as { contactId: ContactId; role?: ContactRole };
    if (role !== 'order') return;
    if (event.type === 'ContactAdded') this.listOf(order).add(contactId);
    if (event.type === 'ContactRemoved') this.listOf(order).delete(contactId);
  }

  private listOf(order: OrderId): Set<ContactId> {
    const list = this.onList.get(order) ?? new Set();
    this.onList.set(order, list);
    return list;
  }
}
