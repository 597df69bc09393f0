import type { OutboxRow } from '../outbox/outbox-table';
import { inOrder, laneOf, mailingNamed } from './mailing';

/**
 * What is recorded in one stream in one group, each in the order of its recipients: the same whatever was leased
 * together (rule 18).
 */
export function inLanes<Of extends { readonly row: OutboxRow }>(all: readonly Of[]): Of[][] {
  const lanes = new Map<string, Of[]>();
  for (const one of [...all].sort(inTurn)) {
    const name = laneOf(mailingNamed(one.row.mailing));
    const lane = lanes.get(name);
    if (lane) lane.push(one);
    else lanes.set(name, [one]);
  }
  return [...lanes.values()];
}

function inTurn({ row: one }: { readonly row: OutboxRow }, { row: other }: { readonly row: OutboxRow }): number {
  if (one.recipient !== other.recipient) return one.recipient < other.recipient ? -1 : 1;
  const order = inOrder(mailingNamed(one.mailing), mailingNamed(other.mailing));
  if (order !== 0) return order;
  return one.key < other.key ? -1 : 1;
}
