import type { TableDefinition } from '../runtime/projection';

/** How far a renewal has come, as sales counts it. */
export const renewalStages = [
  'requested',
  'quoted',
  'approved',
  'committed',
  'invoiced',
  'started',
  'failed',
  'withdrawn',
] as const;

export type RenewalRowStage = (typeof renewalStages)[number];

/** One renewal. Yes and no are 1 and 0, amounts are minor units. */
export type RenewalRow = {
  renewal: string;
  policy: string;
  stage: RenewalRowStage;
  /** Of its first line. */
  license: string;
  /** The first of its lines that ends. */
  expiresOn: string;
  zone: string;
  lines: number;
  failedLines: number;
  startedLines: number;
  currency: string;
  amount: number;
  commitmentRequired: number;
  committed: number;
  owner: string | null;
  /** The last quote given. */
  quote: string | null;
  quoteTotal: number | null;
  validUntil: string | null;
  proforma: number | null;
  accepted: number;
  invoice: string | null;
  /** What the invoice has open; below zero what is to be given back. */
  balance: number | null;
  revision: number;
};

export type RenewalTables = { renewal: RenewalRow };

export const renewalColumns = [
  'renewal',
  'policy',
  'stage',
  'license',
  'expiresOn',
  'zone',
  'lines',
  'failedLines',
  'startedLines',
  'currency',
  'amount',
  'commitmentRequired',
  'committed',
  'owner',
  'quote',
  'quoteTotal',
  'validUntil',
  'proforma',
  'accepted',
  'invoice',
  'balance',
  'revision',
] as const satisfies readonly (keyof RenewalRow)[];

const integers: readonly string[] = [
  'lines',
  'failedLines',
  'startedLines',
  'amount',
  'commitmentRequired',
  'committed',
  'quoteTotal',
  'proforma',
  'accepted',
  'balance',
  'revision',
];

export const renewalTable: TableDefinition = {
  name: 'renewal',
  create: async (database, name) => {
    let table = database.schema.createTable(name).ifNotExists();
    for (const column of renewalColumns) {
      table = table.addColumn(column, integers.includes(column) ? 'bigint' : 'text', (cell) =>
        column === 'renewal' ? cell.primaryKey() : cell,
      );
    }
    await table.execute();
    await database.schema
      .createIndex(`${name}_stage`)
      .ifNotExists()
      .on(name)
      .columns(['stage', 'expiresOn', 'renewal'])
      .execute();
    await database.schema
      .createIndex(`${name}_quote`)
      .ifNotExists()
      .on(name)
      .columns(['validUntil', 'renewal'])
      .execute();
  },
};
