import type { RenewalEvent } from '@renewals/licensing';
import type { TableDefinition } from '../runtime/projection';
import { rowProjection, type RowView } from '../runtime/row-view';
import { idOf } from '../runtime/subjects';

/** One license of one renewal, for its term or its maintenance. */
export type RenewedLicenseRow = {
  /** `<renewal>|<license>` */
  key: string;
  renewal: string;
  license: string;
};

export type RenewedLicenseTables = { renewed_license: RenewedLicenseRow };

const table: TableDefinition = {
  name: 'renewed_license',
  create: async (database, name) => {
    await database.schema
      .createTable(name)
      .ifNotExists()
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('renewal', 'text', (column) => column.notNull())
      .addColumn('license', 'text', (column) => column.notNull())
      .execute();
    await database.schema.createIndex(`${name}_license`).ifNotExists().on(name).column('license').execute();
  },
};

/** Finds the notices about a renewal by each of its licenses. */
export const renewedLicenseView: RowView<RenewedLicenseRow> = {
  name: 'renewed-licenses',
  table,
  categories: ['renewal'],
  columns: ['key', 'renewal', 'license'],
  key: 'key',
  keysOf: (recorded) => {
    const event = recorded as unknown as RenewalEvent;
    if (event.type !== 'RenewalRequested') return [];
    return [...new Set(event.data.lines.map(({ subject }) => `${idOf(recorded)}|${subject.id}`))];
  },
  evolve: (_row, _event, key) => {
    const [renewal = '', license = ''] = key.split('|');
    return { key, renewal, license };
  },
};

export const renewedLicenseProjection = rowProjection(renewedLicenseView);
