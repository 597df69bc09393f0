import type {
  Channel,
  ContactId,
  Delivery,
  Hosting,
  IsoDate,
  LicenseId,
  LicenseKind,
  Money,
  OrderId,
  OrganizationId,
  Term,
  Zone,
} from '@renewals/licensing';

/** A row of a former system, column by column: kept with what it became, so that a later import can compare. */
export type ImportedRow = Readonly<Record<string, string>>;

/** A company account with its owner, as a former system knew it. */
export interface ImportedOrganization {
  readonly organizationId: OrganizationId;
  readonly role: 'customer' | 'reseller';
  readonly name: string;
  readonly zone: Zone;
  readonly owner: { readonly contactId: ContactId; readonly email: string; readonly name: string };
  readonly externalId?: string;
  readonly imported?: ImportedRow;
}

/** One order with the one license that it granted, as it was at `asOf`. */
export interface ImportedLicense {
  readonly orderId: OrderId;
  readonly licenseId: LicenseId;
  readonly organizationId: OrganizationId;
  /** Order contact and billing contact. */
  readonly contactId: ContactId;
  readonly channel: Channel;
  readonly resellerId?: OrganizationId;
  readonly product: string;
  readonly kind: LicenseKind;
  readonly delivery: Delivery;
  readonly hosting: Hosting;
  readonly quota: number;
  readonly unitPrice: Money;
  readonly term: Term;
  readonly terminatedOn?: IsoDate;
  readonly recurringBilling: 'enabled' | 'cancelled';
  readonly externalId: string;
  readonly imported: ImportedRow;
}

/** What became of a row. `differs`: it is known already, with other content in that column; nothing was written. */
export type ImportResult =
  { readonly result: 'created' | 'unchanged' } | { readonly result: 'differs'; readonly column: string };

/** The first column in which a row is not the one that was imported before. */
export function differingColumn(before: ImportedRow, row: ImportedRow): string | undefined {
  return Object.keys({ ...before, ...row }).find((column) => before[column] !== row[column]);
}
