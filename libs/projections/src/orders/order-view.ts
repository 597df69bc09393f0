import type { EventMetadata, RecordedEvent } from '@renewals/event-store';
import type { OrderEvent } from '@renewals/licensing';
import { rowProjection, type RowView } from '../runtime/row-view';
import { idOf } from '../runtime/subjects';
import { orderColumns, type OrderRow, orderTable } from './order-table';

/** My Orders: which orders there are, and when each was placed. What stands in one, its stream says. */
export const orderView: RowView<OrderRow> = {
  name: 'orders',
  table: orderTable,
  categories: ['order'],
  columns: orderColumns,
  key: 'orderId',
  keysOf: (event) => [idOf(event)],
  evolve: (row, recorded) => {
    const changed = evolve(row, recorded);
    return changed && { ...changed, revision: recorded.revision };
  },
};

export const orderProjection = rowProjection(orderView);

function evolve(row: OrderRow | undefined, recorded: RecordedEvent): OrderRow | undefined {
  const event = recorded as unknown as OrderEvent;
  switch (event.type) {
    case 'OrderPlaced': {
      const { orderId, organizationId: organization, resellerId: reseller = null, policy } = event.data;
      const placedAt = Date.parse((recorded.metadata as EventMetadata).occurredAt);
      return { orderId, organization, reseller, policy, placedAt, revision: recorded.revision };
    }
    case 'OrderPolicyMoved':
      return row && { ...row, policy: event.data.policy };
    default:
      return row;
  }
}
