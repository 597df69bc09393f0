import type { ContactId, OrganizationId, Policy, Zone } from '@renewals/licensing';
import type { AccountRow } from '../accounts';
import { zoneOf } from '../countries';
import { importedIds } from '../ids';

/** An organization whose owner is its accepted primary contact. */
export interface OrganizationPlan {
  readonly organizationId: OrganizationId;
  readonly role: 'customer' | 'reseller';
  readonly name: string;
  readonly zone: Zone;
  readonly owner: { readonly contactId: ContactId; readonly email: string; readonly name: string };
  readonly externalId?: string;
  /** The accepted row, column by column. */
  readonly imported?: Readonly<Record<string, string>>;
}

/** The export names no people: the owner goes by the account's name. */
export function planOrganization({ values, texts }: AccountRow, policy: Policy): OrganizationPlan {
  const ids = importedIds(policy.id);
  const { account_id, account_name, country } = values;
  return {
    organizationId: ids.organization(account_id),
    role: 'customer',
    name: account_name,
    zone: zoneOf(country),
    owner: {
      contactId: ids.owner(account_id),
      email: `owner@${account_id.toLowerCase()}.example`,
      name: account_name,
    },
    externalId: account_id,
    imported: texts,
  };
}

/** The one reseller that all partner orders of a policy belong to; no organization of the export. */
export function planReseller(policy: Policy): OrganizationPlan {
  const ids = importedIds(policy.id);
  return {
    organizationId: ids.reseller(),
    role: 'reseller',
    name: 'Reseller',
    zone: policy.vendor.zone,
    owner: { contactId: ids.resellerContact(), email: 'billing@reseller.example', name: 'Reseller' },
  };
}
