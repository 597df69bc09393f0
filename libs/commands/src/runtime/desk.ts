import {
  type Actor,
  type Alignment,
  alignmentStream,
  type AmongBilled,
  type AmongReached,
  type BillingAgreement,
  billingAgreementStream,
  type Channel,
  type ContactId,
  type Installation,
  installationStream,
  type License,
  licenseStream,
  noSuchOrder,
  type Order,
  type OrderId,
  orderStream,
  type Organization,
  type OrganizationId,
  organizationStream,
  type PlacedOrder,
  type Policy,
  Refusal,
  refuseAccess,
  type Renewal,
  renewalStream,
  type SalesTask,
  salesTaskStream,
} from '@renewals/licensing';
import { Injectable } from '@nestjs/common';
import { licensesOf } from '../order/licenses-of-order';
import { Policies } from './policies';
import { Streams } from './streams';

/** The one installation's stream. */
export const INSTALLATION = 'mail';

/** A license that was issued, with what its decisions need to know of its order and company. */
export interface LicenseOnDesk {
  readonly license: Exclude<License, { status: 'unissued' }>;
  readonly order: PlacedOrder;
  readonly organization: Organization;
  /** In the version that the order keeps. */
  readonly policy: Policy;
  /** That the order came through: `channelPolicy` says what holds there. */
  readonly channel: Channel;
  /** Of the reseller that it came through. */
  readonly resellerName?: string;
}

/** What a decision about one stream needs to know of others: read from their streams as of now, never from a view. */
@Injectable()
export class Desk {
  constructor(
    private readonly streams: Streams,
    private readonly policies: Policies,
  ) {}

  async license(id: string): Promise<License> {
    return (await this.streams.read(licenseStream, id)).state;
  }

  async order(id: OrderId): Promise<Order> {
    return (await this.streams.read(orderStream, id)).state;
  }

  async organization(id: OrganizationId): Promise<Organization> {
    return (await this.streams.read(organizationStream, id)).state;
  }

  /** Throws `NOT_FOUND`. */
  async placedOrder(id: OrderId): Promise<PlacedOrder> {
    const order = await this.order(id);
    if (order.status === 'placed') return order;
    throw new Refusal(noSuchOrder.code, noSuchOrder.message);
  }

  /** The company that an order is for. */
  async organizationOf(orderId: OrderId): Promise<Organization> {
    const order = await this.order(orderId);
    return order.status === 'placed' ? this.organization(order.placement.organizationId) : organizationStream.initial;
  }

  /** Who is who around an order whose list gets shorter. */
  async reachedBy(orderId: OrderId): Promise<AmongReached> {
    const order = await this.order(orderId);
    if (order.status !== 'placed') return { organization: organizationStream.initial, licenses: [] };
    const organization = await this.organization(order.placement.organizationId);
    return { organization, licenses: await licensesOf(order, (id) => this.license(id)) };
  }

  /** Who is who around the bills of an order. */
  async billedFor({ placement: { organizationId, resellerId } }: PlacedOrder): Promise<Omit<AmongBilled, 'order'>> {
    return {
      organization: await this.organization(organizationId),
      ...(resellerId && { reseller: await this.organization(resellerId) }),
    };
  }

  /** In the version that the order keeps. Throws `NOT_FOUND` for an order that was never placed. */
  async policyOfOrder(id: OrderId): Promise<Policy> {
    const { policyVersion } = await this.placedOrder(id);
    return this.policies.of(policyVersion);
  }

  async renewal(id: string): Promise<Renewal> {
    return (await this.streams.read(renewalStream, id)).state;
  }

  async salesTask(id: string): Promise<SalesTask> {
    return (await this.streams.read(salesTaskStream, id)).state;
  }

  /** Throws `NOT_FOUND` for one that was never proposed. */
  async alignment(id: string): Promise<KnownAlignment> {
    const { state } = await this.streams.read(alignmentStream, id);
    if (state.status === 'none') throw noSuchAlignment();
    return state;
  }

  async agreement(licenseId: string): Promise<BillingAgreement> {
    return (await this.streams.read(billingAgreementStream, licenseId)).state;
  }

  async installation(): Promise<Installation> {
    return (await this.streams.read(installationStream, INSTALLATION)).state;
  }

  /** Throws `NOT_FOUND` for a license that was never issued. */
  async licenseWithOrder(id: string): Promise<LicenseOnDesk> {
    const license = await this.license(id);
    if (license.status === 'unissued') throw noSuchLicense();
    const order = await this.order(license.grant.orderId);
    const organization = await this.organization(license.grant.organizationId);
    if (order.status !== 'placed') throw noSuchLicense();
    const { channel, resellerId } = order.placement;
    const reseller = resellerId && (await this.organization(resellerId));
    return {
      license,
      order,
      organization,
      policy: this.policies.of(order.policyVersion),
      channel,
      ...(reseller?.status === 'registered' && { resellerName: reseller.registration.name }),
    };
  }

  /** As `licenseWithOrder`, for somebody: people of a customer only reach the orders that they are contacts of. */
  async licenseFor(id: string, actor: Actor): Promise<LicenseOnDesk> {
    const found = await this.licenseWithOrder(id);
    if (actor.type === 'customer') {
      const refusal = refuseAccess(found.order, found.organization, actor.id as ContactId);
      if (refusal?.code === 'NOT_FOUND') throw noSuchLicense();
      if (refusal) throw new Refusal(refusal.code, refusal.message);
    }
    return found;
  }

  /**
   * A renewal that was requested, for somebody: people of a customer reach it when they reach one of its licenses. Throws
   * `NOT_FOUND`.
   */
  async renewalFor(id: string, actor: Actor): Promise<RequestedRenewal> {
    const renewal = await this.renewal(id);
    if (renewal.stage === 'unrequested') throw noSuchRenewal();
    if (actor.type === 'customer') await this.licenseFor(firstLineOf(renewal), actor);
    return renewal;
  }
}

/** One that was proposed. */
export type KnownAlignment = Exclude<Alignment, { status: 'none' }>;

type RequestedRenewal = Exclude<Renewal, { stage: 'unrequested' }>;

function firstLineOf({ lines: [line] }: RequestedRenewal): string {
  if (!line) throw noSuchRenewal();
  return line.subject.id;
}

function noSuchRenewal(): Refusal {
  return new Refusal('NOT_FOUND', 'There is no such renewal. Look it up in Order > Upcoming Renewal.');
}

export function noSuchAlignment(): Refusal {
  return new Refusal('NOT_FOUND', 'There is no such alignment. Ask support to propose one.');
}

export function noSuchLicense(): Refusal {
  return new Refusal('NOT_FOUND', 'There is no such license. Look up its number in Order > Full License.');
}
