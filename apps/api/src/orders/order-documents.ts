import { CLOCK, Desk } from '@renewals/commands';
import { orderTotal, type OrganizationId, paidFor, type PlacedOrder, rfc3339 } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Licenses, type OrderRow } from '@renewals/projections';
import { Inject, Injectable } from '@nestjs/common';
import { licenseDocument } from '../licenses/license.document';
import { nameOf } from '../licenses/organization-name';
import type { OrganizationDocument } from '../reading/documents';
import type { OrderDocument, WholeOrderDocument } from './order.document';
import { PeopleOfOrder } from './people-of-order';

/** Writes an order for whoever reaches it. */
@Injectable()
export class OrderDocuments {
  constructor(
    private readonly desk: Desk,
    private readonly licenses: Licenses,
    private readonly people: PeopleOfOrder,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async brief(order: PlacedOrder, { placedAt }: Pick<OrderRow, 'placedAt'>): Promise<OrderDocument> {
    const { orderId: id, externalId, organizationId, channel, resellerId, paymentMethod, lines } = order.placement;
    return {
      id,
      ...(externalId !== undefined && { externalId }),
      organization: await this.company(organizationId),
      channel,
      ...(resellerId && { reseller: await this.company(resellerId) }),
      placedAt: rfc3339(placedAt),
      ...(paymentMethod && { paymentMethod }),
      lines: lines.map(({ product, kind, delivery, period, quota, unitPrice, maintenance }) => ({
        ...{ product, kind, delivery, period, quota, unitPrice },
        ...(maintenance && { maintenance }),
      })),
      total: orderTotal(order),
      paid: paidFor(order),
      alerts: [...order.alerts],
    };
  }

  async whole(order: PlacedOrder, row: OrderRow): Promise<WholeOrderDocument> {
    const { policy: id, policyHash: hash } = order.policyVersion;
    return {
      ...(await this.brief(order, row)),
      policy: { id, hash },
      payments: [...order.payments.values()].map(({ paymentId, ...payment }) => ({ id: paymentId, ...payment })),
      contacts: await this.people.of(order),
      licenses: await this.licensesOf(order),
      revision: row.revision,
    };
  }

  private async licensesOf({ placement: { orderId, organizationId } }: PlacedOrder) {
    const { name } = await this.company(organizationId);
    const ids = await this.licenses.ofOrder(orderId);
    const rows = await Promise.all(ids.map((license) => this.licenses.find(license)));
    const now = this.clock.now();
    return rows.filter((row) => row !== undefined).map((row) => licenseDocument(row, name, now));
  }

  private async company(id: OrganizationId): Promise<OrganizationDocument> {
    return { id, name: nameOf(await this.desk.organization(id)) };
  }
}
