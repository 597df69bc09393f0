import type { TableDefinition } from '../runtime/projection';
import { type LicenseUse, useColumns } from './license-use';

/** One license as it is. Instants are milliseconds; dates are days in `zone`. */
export type LicenseRow = LicenseUse & {
  license: string;
  externalId: string | null;
  organization: string;
  orderId: string;
  policy: string;
  product: string;
  kind: 'annual' | 'perpetual' | 'trial';
  delivery: string;
  hosting: string;
  origin: string;
  quota: number;
  /** Price of one unit of quota for one period, minor units. */
  unitPrice: number;
  currency: string;
  period: string;
  predecessor: string | null;
  /** How often a trial was extended. */
  extensions: number;
  /** The license that was bought for this trial, and the day on which that one started. */
  convertedTo: string | null;
  convertedOn: string | null;
  /** Empty until the license is activated. */
  anchor: string | null;
  n: number | null;
  startsOn: string | null;
  startsAt: number | null;
  expiresOn: string | null;
  endsAt: number | null;
  zone: string | null;
  /** Of a perpetual license's maintenance, without a day between; empty where there is none. Days in `zone`. */
  maintainedFrom: string | null;
  maintainedUntil: string | null;
  /** The first instant at which it is maintained no more. */
  maintenanceEndsAt: number | null;
  terminatedOn: string | null;
  successor: string | null;
  successorStartsOn: string | null;
  /** The open renewal of the license or of its maintenance, and how far it is. */
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
  'hosting',
  'origin',
  'quota',
  'unitPrice',
  'currency',
  'period',
  'predecessor',
  'extensions',
  'convertedTo',
  'convertedOn',
  'anchor',
  'n',
  'startsOn',
  'startsAt',
  'expiresOn',
  'endsAt',
  'zone',
  'maintainedFrom',
  'maintainedUntil',
  'maintenanceEndsAt',
  'terminatedOn',
  'successor',
  'successorStartsOn',
  'renewal',
  'renewalStage',
  ...useColumns,
  'revision',
] as const;

const integers: readonly string[] = [
  'quota',
  'unitPrice',
  'n',
  'startsAt',
  'endsAt',
  'maintenanceEndsAt',
  'extensions',
  'used',
  'addedQuota',
  'thresholdCrossed',
  'revision',
];

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
