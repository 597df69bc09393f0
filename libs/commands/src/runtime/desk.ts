import {
  type Actor,
  type BillingAgreement,
  billingAgreementStream,
  type ContactId,
  type Installation,
  installationStream,
  type License,
  licenseStream,
  type Order,
  type OrderId,
  orderStream,
  type Organization,
  type OrganizationId,
  organizationStream,
  type PlacedOrder,
  Refusal,
  refuseAccess,
  type Renewal,
  renewalStream,
} from '@renewals/licensing';
import { Injectable } from '@nestjs/common';
import { Streams } from './streams';

/** The one installation's stream. */
export const INSTALLATION = 'mail';

/** A license that was issued, with what its decisions need to know of its order and company. */
export interface LicenseOnDesk {
  readonly license: Exclude<License, { status: 'unissued' }>;
  readonly order: PlacedOrder;
  readonly organization: Organization;
}

/** What a decision about one stream needs to know of others: read from their streams as of now, never from a view. */
@Injectable()
export class Desk {
  constructor(private readonly streams: Streams) {}

  async license(id: string): Promise<License> {
    return (await this.streams.read(licenseStream, id)).state;
  }

  async order(id: OrderId): Promise<Order> {
    return (await this.streams.read(orderStream, id)).state;
  }

  async organization(id: OrganizationId): Promise<Organization> {
    return (await this.streams.read(organizationStream, id)).state;
  }

  /** The company that an order is for. */
  async organizationOf(orderId: OrderId): Promise<Organization> {
    const order = await this.order(orderId);
    return order.status === 'placed' ? this.organization(order.placement.organizationId) : organizationStream.initial;
  }

  async renewal(id: string): Promise<Renewal> {
    return (await this.streams.read(renewalStream, id)).state;
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
    return { license, order, organization };
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
   * A renewal that was requested and not withdrawn, for somebody: people of a customer reach it when they reach one of
   * its licenses. Throws `NOT_FOUND` or `RENEWAL_ENDED`.
   */
  async renewalFor(id: string, actor: Actor): Promise<RequestedRenewal> {
    const renewal = await this.renewal(id);
    if (renewal.stage === 'unrequested') throw noSuchRenewal();
    if (actor.type === 'customer') await this.licenseFor(firstLineOf(renewal), actor);
    if (renewal.stage === 'withdrawn') {
      throw new Refusal('RENEWAL_ENDED', 'This renewal was withdrawn. Request a new one.');
    }
    return renewal;
  }
}

type RequestedRenewal = Exclude<Renewal, { stage: 'unrequested' | 'withdrawn' }>;

function firstLineOf({ lines: [line] }: Exclude<Renewal, { stage: 'unrequested' }>): string {
  if (!line) throw noSuchRenewal();
  return line.subject.id;
}

function noSuchRenewal(): Refusal {
  return new Refusal('NOT_FOUND', 'There is no such renewal. Look it up in Order > Upcoming Renewal.');
}

export function noSuchLicense(): Refusal {
  return new Refusal('NOT_FOUND', 'There is no such license. Look up its number in Order > Full License.');
}
