import type { NewEvent } from '@renewals/event-store';
import { derivedId } from '@renewals/platform';

/** As large as the events of a renewal are. The same index gives the same event. */
export function sampleEvent(index: number): NewEvent {
  const id = derivedId('bench', 'event', index);
  return {
    id,
    type: 'CommitmentReceived',
    data: { kind: 'purchase-order', reference: `PO-${index}`, recordedBy: { type: 'sales', id: 'bench' } },
    metadata: {
      schema: 1,
      commandId: id,
      $correlationId: id,
      $causationId: id,
      actor: { type: 'sales', id: 'bench' },
      occurredAt: '2026-01-01T12:00:00.000Z',
      recordedAt: '2026-01-01T12:00:00.000Z',
      previousHash: '0'.repeat(64),
    },
  };
}
