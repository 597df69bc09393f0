import type { TableDefinition } from '../runtime/projection';

/** One license as it is. Instants are milliseconds; dates are days in `zone`. */
export type LicenseRow = {
  license: string;
  externalId: string | null;
  organization: string;
  orderId: string;
  policy: string;
  product: string;
  kind: 'annual' | 'perpetual' | 'trial';
  delivery: string;
  quota: number;
  /** Price of one unit of quota for one period, minor units. */
  unitPrice: number;
  currency: string;
  period: string;
  predecessor: string | null;
  /** Empty until the license is activated. */
  anchor: string | null;
  n: number | null;
  startsOn: string | null;
  startsAt: number | null;
  expiresOn: string | null;
  endsAt: number | null;
  zone: string | null;
  terminatedOn: string | null;
  successor: string | null;
  successorStartsOn: string | null;
  /** The open renewal, and how far it is. */
  renewal: string | null;
  renewalStage: 'requested' | 'approved' | null;
  /** Revision of the license's stream that this row shows. */
  revision: number;
};

export type LicenseTables = { license: LicenseRow };

export const licenseColumns = [
  'license',
  'externalId',
  'organization',
  'orderId',
  'policy',
  'product',
  'kind',
  'delivery',
  'quota',
  'unitPrice',
  'currency',
  'period',
  'predecessor',
  'anchor',
  'n',
  'startsOn',
  'startsAt',
  'expiresOn',
  'endsAt',
  'zone',
  'terminatedOn',
  'successor',
  'successorStartsOn',
  'renewal',
  'renewalStage',
  'revision',
] as const;

const integers: readonly string[] = ['quota', 'unitPrice', 'n', 'startsAt', 'endsAt', 'revision'];

export const licenseTable: TableDefinition = {
  name: 'license',
  create: async (database, name) => {
    let table = database.schema.createTable(name).ifNotExists();
    for (const column of licenseColumns) {
      table = table.addColumn(column, integers.includes(column) ? 'bigint' : 'text', (definition) =>
        column === 'license' ? definition.primaryKey() : definition,
      );
    }
    await table.execute();
    await database.schema
      .createIndex(`${name}_external`)
      .ifNotExists()
      .on(name)
      .columns(['externalId', 'license'])
      .execute();
    await database.schema.createIndex(`${name}_order`).ifNotExists().on(name).column('orderId').execute();
  },
};
