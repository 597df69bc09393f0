import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One call of the recorded client. Bigints are written "5n", bytes as `{utf8}`, `{base64}` or `{elided, bytes}`. */
export interface RecordedCall {
  readonly n: number;
  readonly client: string;
  readonly method: string;
  readonly args: readonly unknown[];
  readonly afterWire: number;
  readonly doneAfterWire?: number;
  readonly returned?: unknown;
  readonly threw?: Record<string, unknown>;
  readonly emitted?: readonly (Record<string, unknown> & { readonly event: string; readonly afterWire: number })[];
}

export interface Recording {
  readonly clients: readonly { readonly client: string; readonly connectionString: string }[];
  readonly calls: readonly RecordedCall[];
  readonly wire: readonly { readonly n: number; readonly kind: string; readonly note?: string }[];
}

const folder = resolve(
  process.env['EVENTSTOREDB_RECORDINGS'] ?? join(__dirname, '../../../../../shared/data/eventstoredb'),
);

export const recordingsAreThere = (): boolean => existsSync(join(folder, '01-connect.json'));

export function recording(name: string): Recording {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Recording;
}
