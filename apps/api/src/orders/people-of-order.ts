import { Desk } from '@renewals/commands';
import {
  billingContactOf,
  companyContactOf,
  type ContactId,
  type ContactRole,
  type PlacedOrder,
  reachableContacts,
} from '@renewals/licensing';
import { PersonalData } from '@renewals/platform';
import { Injectable } from '@nestjs/common';
import type { OrderContactDocument } from './order-contact.document';

/** Writes who is on the lists of an order, for people who may know. */
@Injectable()
export class PeopleOfOrder {
  constructor(
    private readonly desk: Desk,
    private readonly personal: PersonalData,
  ) {}

  async of(order: PlacedOrder): Promise<OrderContactDocument[]> {
    const organization = await this.desk.organization(order.placement.organizationId);
    const reached = reachableContacts(order, organization);
    const listed = [...order.contacts.values()].filter(({ role }) => role !== 'billing');
    const everybody: { contactId: ContactId; role: ContactRole }[] = [
      ...listed,
      { contactId: billingContactOf(order), role: 'billing' },
    ];
    return everybody.map(({ contactId, role }) => {
      const contact = companyContactOf(organization, contactId);
      const name = contact && this.personal.open(contact.name);
      const email = contact && this.personal.open(contact.email);
      return {
        contactId,
        role,
        ...(name !== undefined && { name }),
        ...(email !== undefined && { email }),
        getsReminders: role === 'order' && reached.includes(contactId),
      };
    });
  }
}
