import type { CommandContext, ImportedLicense, ImportedOrganization } from '@renewals/commands';
import {
  type Actor,
  type ContactId,
  isoDate,
  type LicenseId,
  type OrderId,
  type OrganizationId,
  period,
  type Subject,
  termAt,
  zone,
} from '@renewals/licensing';
import { derivedId } from '@renewals/platform';

export const bySales: Actor = { type: 'sales', id: 'sam' };

/** Of a command that somebody sends; the same name is the same command. */
export function contextOf(name: string, more: Partial<CommandContext> = {}): CommandContext {
  const commandId = derivedId('sample command', name);
  return { commandId, correlationId: commandId, causationId: commandId, actor: bySales, ...more };
}

export const organizationId = (name: string) => derivedId('sample organization', name) as OrganizationId;
export const ownerOf = (name: string) => derivedId('sample owner', name) as ContactId;
export const orderId = (name: string) => derivedId('sample order', name) as OrderId;
export const licenseId = (name: string) => derivedId('sample license', name) as LicenseId;
export const licenseSubject = (name: string): Subject => ({ kind: 'license', id: licenseId(name) });

export function organization(name: string, zoneName = 'Europe/Berlin'): ImportedOrganization {
  return {
    organizationId: organizationId(name),
    role: 'customer',
    name,
    zone: zone(zoneName),
    owner: { contactId: ownerOf(name), email: `owner@${name}.example`, name: `Owner of ${name}` },
    externalId: name,
    imported: { account_id: name },
  };
}

export interface Sold {
  /** Whose it is. Default `acme`. */
  readonly to?: string;
  /** First day of its first term. Default 2025-03-11: the term ends on 2026-03-11. */
  readonly anchor?: string;
  readonly zone?: string;
  readonly period?: string;
  readonly more?: Partial<ImportedLicense>;
}

export function license(name: string, sold: Sold = {}): ImportedLicense {
  const { to = 'acme', anchor = '2025-03-11', zone: zoneName = 'Europe/Berlin', period: each = 'P1Y' } = sold;
  return {
    orderId: orderId(name),
    licenseId: licenseId(name),
    organizationId: organizationId(to),
    contactId: ownerOf(to),
    channel: 'store',
    product: 'Reader',
    kind: 'annual',
    delivery: 'cloud',
    hosting: 'vendor',
    quota: 5,
    unitPrice: { amountMinor: 1200, currency: 'USD' },
    term: termAt(isoDate(anchor), period(each), 1, zone(zoneName)),
    recurringBilling: 'cancelled',
    externalId: name,
    imported: { subscription_id: name },
    ...sold.more,
  };
}
