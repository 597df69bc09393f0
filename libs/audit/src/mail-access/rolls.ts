import type {
  ContactId,
  ContactRole,
  LicenseId,
  OrderId,
  OrderPlaced,
  OrganizationId,
  RenewalId,
} from '@renewals/licensing';
import { idOf, type LoggedEvent } from '../log/logged-events';

/** Who is on an order's list at the moment. */
export interface OrderRoll extends Pick<
  OrderPlaced['data'],
  'organizationId' | 'policy' | 'policyHash' | 'channel' | 'resellerId' | 'billingContactId'
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
  private readonly unreachable = new Map<OrganizationId, readonly ContactId[]>();
  private readonly orders = new Map<OrderId, OrderRoll>();
  private readonly sold = new Map<LicenseId, OrderId>();
  private readonly renewed = new Map<RenewalId, readonly LicenseId[]>();

  record(event: LoggedEvent): void {
    switch (event.type) {
      case 'OrganizationRegistered':
        return void this.members.set(idOf(event), [event.data.owner.contactId]);
      case 'InvitationAccepted':
        return this.changeMembers(idOf(event), (members) => [...members, event.data.contactId]);
      case 'CompanyContactRemoved':
        return this.changeMembers(idOf(event), (members) => members.filter((id) => id !== event.data.contactId));
      case 'MailBounced':
        return event.data.severity === 'soft' ? undefined : this.lose(idOf(event), event.data.contactId);
      case 'ContactReachable':
      case 'ContactEmailChanged':
        return this.reach(idOf(event), event.data.contactId);
      case 'LicenseIssued':
        return void this.sold.set(event.data.licenseId, event.data.orderId);
      case 'RenewalRequested':
        return void this.renewed.set(
          idOf(event),
          event.data.lines.map(({ subject }) => subject.id),
        );
      default:
        this.recordOfOrder(event);
    }
  }

  isMember(organization: OrganizationId, contact: ContactId): boolean {
    return this.members.get(organization)?.includes(contact) ?? false;
  }

  /** Whether the company knows that mail to the contact comes back for good, or is complained about. */
  isUnreachable(organization: OrganizationId, contact: ContactId): boolean {
    return this.unreachable.get(organization)?.includes(contact) ?? false;
  }

  order(id: OrderId): OrderRoll | undefined {
    return this.orders.get(id);
  }

  /** The order that granted the license. */
  orderOf(license: LicenseId): OrderRoll | undefined {
    const id = this.sold.get(license);
    return id && this.orders.get(id);
  }

  /** Those that the renewal is about. */
  licensesOf(renewal: RenewalId): readonly LicenseId[] {
    return this.renewed.get(renewal) ?? [];
  }

  private recordOfOrder(event: LoggedEvent): void {
    switch (event.type) {
      case 'OrderPlaced': {
        const { organizationId, policy, policyHash, channel, resellerId, billingContactId } = event.data;
        const roll = { organizationId, policy, policyHash, channel, billingContactId, contacts: [], unsubscribed: [] };
        return void this.orders.set(idOf(event), { ...roll, ...(resellerId && { resellerId }) });
      }
      case 'OrderPolicyMoved':
        return this.changeOrder(idOf(event), () => ({ policyHash: event.data.toHash }));
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

  private lose(id: OrganizationId, contact: ContactId): void {
    this.unreachable.set(id, [...(this.unreachable.get(id) ?? []), contact]);
  }

  private reach(id: OrganizationId, contact: ContactId): void {
    this.unreachable.set(
      id,
      (this.unreachable.get(id) ?? []).filter((one) => one !== contact),
    );
  }

  private changeOrder(id: OrderId, change: (roll: OrderRoll) => Partial<OrderRoll>): void {
    const roll = this.orders.get(id);
    if (roll) Object.assign(roll, change(roll));
  }
}
