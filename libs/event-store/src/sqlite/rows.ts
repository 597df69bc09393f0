import { type JsonObject, type Position, type RecordedEvent, START } from '../port';

export interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

export const COLUMNS = 'position, stream, revision, id, type, data, metadata';

export function toPosition(row: number): Position {
  return String(row).padStart(20, '0') as Position;
}

export function toRow(position: Position): number {
  return position === START ? 0 : Number(position);
}

export function recorded(row: EventRow): RecordedEvent {
  return {
    id: row.id,
    type: row.type,
    stream: row.stream,
    revision: row.revision,
    position: toPosition(row.position),
    data: JSON.parse(row.data) as JsonObject,
    metadata: JSON.parse(row.metadata) as JsonObject,
  };
}
