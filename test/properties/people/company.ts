import {
  type AmongReached,
  type ContactId,
  type DomainEvent,
  type Instant,
  type License,
  localDate,
  type Order,
  type OrderEvent,
  type OrderId,
  orderStream,
  type Organization,
  type OrganizationEvent,
  type OrganizationId,
  organizationStream,
  period,
  registerOrganization,
  type Term,
  termAt,
  zone,
} from '@renewals/licensing';
import type { World } from '../lives';
import { MemoryStream } from '../memory-stream';
import { classic, Desk } from '../renewals/desk';
import { byItself, lenientTerms, policy } from '../renewals/sold';

export const people = ['ann', 'bob', 'cid', 'dan'] as ContactId[];
export const orderIds = ['first', 'second'] as OrderId[];

const berlin = zone('Europe/Berlin');
const text = (contactId: ContactId) => ({ $personal: contactId, text: contactId }) as const;
const [ann = 'ann' as ContactId] = people;

/** What happened in the company and in its orders, in one line of time. */
export interface Moment {
  readonly order?: OrderId;
  readonly event: DomainEvent;
}

/** A company of one, with two orders, and people who might join it. */
export class Company implements World {
  readonly policy = policy;
  readonly organization = new MemoryStream<Organization, OrganizationEvent>(organizationStream);
  readonly orders = new Map(orderIds.map((id) => [id, new MemoryStream<Order, OrderEvent>(orderStream)] as const));
  readonly moments: Moment[] = [];
  private readonly bought: License;

  constructor(public now: Instant) {
    this.bought = new Desk(now, yearFrom(now), lenientTerms).license(classic).state;
    const owner = { contactId: ann, email: text(ann), name: text(ann) };
    const organizationId = 'acme' as OrganizationId;
    const registration = { organizationId, via: 'purchase', role: 'customer', name: 'Acme', owner } as const;
    this.inCompany((state) =>
      registerOrganization(state, { ...registration, zone: berlin, passwordSetupRequired: true }),
    );
    for (const orderId of orderIds) this.place(orderId, organizationId);
  }

  /** Reminders of a license that runs go to whoever is on the list of its order. */
  get reached(): AmongReached {
    return { organization: this.organization.state, licenses: [this.bought] };
  }

  inCompany(decide: (state: Organization) => readonly OrganizationEvent[]): void {
    this.remember({}, this.organization.decide(this.now, decide));
  }

  inOrder(order: OrderId, decide: (state: Order) => readonly OrderEvent[]): void {
    const decided = this.orders.get(order)?.decide(this.now, decide);
    if (decided) this.remember({ order }, decided);
  }

  personal(contactId: ContactId) {
    return { email: text(contactId), name: text(contactId) };
  }

  private remember(where: { readonly order?: OrderId }, decided: readonly DomainEvent[] | Error): void {
    if (decided instanceof Error) return;
    for (const event of decided) this.moments.push({ ...where, event });
  }

  private place(orderId: OrderId, organizationId: OrganizationId): void {
    const placement = {
      orderId,
      organizationId,
      policy: policy.id,
      policyHash: 'hash',
      channel: 'store',
      billingContactId: ann,
      paymentMethod: 'card',
      lines: [
        {
          product: 'Reader',
          kind: 'annual',
          delivery: 'cloud',
          period: policy.trial.period,
          quota: 1,
          unitPrice: { amountMinor: 100, currency: 'EUR' },
        },
      ],
    } as const;
    this.inOrder(orderId, () => [
      { type: 'OrderPlaced', data: placement },
      { type: 'ContactAdded', data: { contactId: ann, role: 'order', addedBy: byItself } },
    ]);
  }
}

function yearFrom(now: Instant): Term {
  return termAt(localDate(now, berlin), period('P1Y'), 1, berlin);
}
