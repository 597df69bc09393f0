import type {
  ContactId,
  ContactRole,
  LicenseId,
  LicenseIssued,
  OrderId,
  OrderPlaced,
  OrganizationId,
} from '@renewals/licensing';
import { idOf, type LoggedEvent } from '../log/logged-events';

export type Sale = Pick<LicenseIssued['data'], 'orderId' | 'policy'>;

/** Who is on an order's list at the moment. */
export interface OrderRoll extends Pick<
  OrderPlaced['data'],
  'organizationId' | 'channel' | 'resellerId' | 'billingContactId'
> {
  contacts: readonly { readonly contactId: ContactId; readonly role: ContactRole }[];
  unsubscribed: readonly ContactId[];
}

/**
 * Who belonged where at one position of the log, read anew from the raw events: nothing here comes from the code that
 * decided whom to write to.
 */
export class Rolls {
  private readonly members = new Map<OrganizationId, readonly ContactId[]>();
  private readonly orders = new Map<OrderId, OrderRoll>();
  private readonly sales = new Map<LicenseId, Sale>();

  record(event: LoggedEvent): void {
    switch (event.type) {
      case 'OrganizationRegistered':
        return void this.members.set(idOf(event), [event.data.owner.contactId]);
      case 'InvitationAccepted':
        return this.changeMembers(idOf(event), (members) => [...members, event.data.contactId]);
      case 'CompanyContactRemoved':
        return this.changeMembers(idOf(event), (members) => members.filter((id) => id !== event.data.contactId));
      case 'LicenseIssued': {
        const { orderId, policy } = event.data;
        return void this.sales.set(event.data.licenseId, { orderId, policy });
      }
      default:
        this.recordOfOrder(event);
    }
  }

  isMember(organization: OrganizationId, contact: ContactId): boolean {
    return this.members.get(organization)?.includes(contact) ?? false;
  }

  order(id: OrderId): OrderRoll | undefined {
    return this.orders.get(id);
  }

  sale(license: LicenseId): Sale | undefined {
    return this.sales.get(license);
  }

  private recordOfOrder(event: LoggedEvent): void {
    switch (event.type) {
      case 'OrderPlaced': {
        const { organizationId, channel, resellerId, billingContactId } = event.data;
        const roll = { organizationId, channel, billingContactId, contacts: [], unsubscribed: [] };
        return void this.orders.set(idOf(event), { ...roll, ...(resellerId && { resellerId }) });
      }
      case 'ContactAdded': {
        const { contactId, role } = event.data;
        return this.changeOrder(idOf(event), ({ contacts }) => ({ contacts: [...contacts, { contactId, role }] }));
      }
      case 'ContactRemoved': {
        const { contactId, role } = event.data;
        return this.changeOrder(idOf(event), ({ contacts }) => ({
          contacts: contacts.filter((one) => one.contactId !== contactId || one.role !== role),
        }));
      }
      case 'RemindersUnsubscribed':
        return this.changeOrder(idOf(event), ({ unsubscribed }) => ({
          unsubscribed: [...unsubscribed, event.data.contactId],
        }));
      case 'RemindersResubscribed':
        return this.changeOrder(idOf(event), ({ unsubscribed }) => ({
          unsubscribed: unsubscribed.filter((id) => id !== event.data.contactId),
        }));
    }
  }

  private changeMembers(id: OrganizationId, change: (members: readonly ContactId[]) => readonly ContactId[]): void {
    this.members.set(id, change(this.members.get(id) ?? []));
  }

  private changeOrder(id: OrderId, change: (roll: OrderRoll) => Partial<OrderRoll>): void {
    const roll = this.orders.get(id);
    if (roll) Object.assign(roll, change(roll));
  }
}
