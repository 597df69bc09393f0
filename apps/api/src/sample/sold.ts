import {
  addDays,
  type Channel,
  type ContactId,
  isoDate,
  type IsoDate,
  type LicenseId,
  type OrderId,
  type OrganizationId,
} from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { customers, products, type SampleCustomer } from './customers';

/** One license of the sample, and when it was bought. */
export interface Sold {
  readonly index: number;
  readonly policy: 'dynamsoft' | 'lansweeper';
  readonly customer: SampleCustomer;
  readonly organizationId: OrganizationId;
  readonly orderId: OrderId;
  readonly licenseId: LicenseId;
  readonly channel: Channel;
  readonly product: string;
  readonly unitPrice: number;
  readonly quota: number;
  readonly kind: 'annual' | 'trial';
  readonly delivery: 'cloud' | 'classic';
  readonly boughtOn: IsoDate;
}

const LICENSES = 54;
const DAYS_BETWEEN = 3;
const quotas = [5, 12, 25, 40, 100, 3, 8] as const;

/** Bought one after the other from this day. */
export const FIRST_DAY = isoDate('2025-01-06');

export function whatWasSold(): Sold[] {
  return Array.from({ length: LICENSES }, (_, index) => sold(index));
}

function sold(index: number): Sold {
  const policy = index % 2 === 0 ? 'dynamsoft' : 'lansweeper';
  const customer = at(customers, index * 5);
  const { name: product, unitPrice } = at(products[policy], index >> 1);
  return {
    index,
    policy,
    customer,
    organizationId: organizationOf(customer),
    orderId: derivedId('sample', 'order', index) as OrderId,
    licenseId: derivedId('sample', 'license', index) as LicenseId,
    channel: channelOf(policy, index),
    product,
    unitPrice,
    quota: at(quotas, index),
    kind: index % 17 === 16 ? 'trial' : 'annual',
    delivery: index % 4 === 0 ? 'classic' : 'cloud',
    boughtOn: addDays(FIRST_DAY, index * DAYS_BETWEEN),
  };
}

function channelOf(policy: Sold['policy'], index: number): Channel {
  if (policy === 'dynamsoft') return index % 6 === 0 ? 'purchase-order' : 'store';
  return index % 3 === 0 ? 'quote' : 'payment-provider';
}

export function organizationOf({ name }: SampleCustomer): OrganizationId {
  return derivedId('sample', 'organization', name) as OrganizationId;
}

export function contactOf({ name }: SampleCustomer, person: string): ContactId {
  return derivedId('sample', 'contact', name, person) as ContactId;
}

function at<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item;
}
