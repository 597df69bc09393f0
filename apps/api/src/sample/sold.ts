import { licenseOfLine, trialOrder } from '@renewals/commands';
import {
  addDays,
  type Channel,
  type ContactId,
  type Delivery,
  type Hosting,
  isoDate,
  type IsoDate,
  type LicenseId,
  type LicenseKind,
  type OrderId,
  type OrganizationId,
} from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { customers, type SampleCustomer } from './customers';
import type { ExtraLicense, SampleVendor } from './sample-file';
import { type Story, storyOf } from './stories';

/** What was sold, before it has ids. */
interface Sale {
  readonly index: number;
  readonly policy: string;
  readonly customer: SampleCustomer;
  readonly channel: Channel;
  readonly product: string;
  /** In cents. */
  readonly unitPrice: number;
  readonly quota: number;
  readonly kind: LicenseKind;
  readonly delivery: Delivery;
  readonly hosting: Hosting;
  readonly maintenancePrice?: number | undefined;
  readonly boughtOn: IsoDate;
  /** What people do about its first term. */
  readonly story: Story;
}

/** One license of the sample, and when it was bought. */
export interface Sold extends Sale {
  readonly organizationId: OrganizationId;
  readonly orderId: OrderId;
  readonly licenseId: LicenseId;
}

const LICENSES = 54;
const DAYS_BETWEEN = 3;
const quotas = [5, 12, 25, 40, 100, 3, 8] as const;

/** Bought one after the other from this day. */
export const FIRST_DAY = isoDate('2025-01-06');

/** The vendors take turns; what the turns do not make is listed by each vendor. */
export function whatWasSold(vendors: readonly SampleVendor[]): Sold[] {
  const turns = Array.from({ length: LICENSES }, (_, index) => turn(vendors, index));
  const extras = vendors.flatMap((vendor) => vendor.extras.map((extra) => ({ vendor, extra })));
  return [...turns, ...extras.map(({ vendor, extra }, each) => extraSale(vendor, extra, LICENSES + each))].map(sold);
}

function turn(vendors: readonly SampleVendor[], index: number): Sale {
  const { policy, acts, products, channels } = at(vendors, index);
  const round = Math.floor(index / vendors.length);
  const { name: product, unitPrice } = at(products, round);
  return {
    index,
    policy,
    customer: at(customers, index * 5),
    channel: at(channels, round),
    product,
    unitPrice,
    quota: at(quotas, index),
    kind: index % 17 === 16 ? 'trial' : 'annual',
    delivery: index % 4 === 0 ? 'classic' : 'cloud',
    hosting: 'vendor',
    boughtOn: addDays(FIRST_DAY, index * DAYS_BETWEEN),
    story: storyOf(acts, round),
  };
}

function extraSale(
  { policy, channels }: SampleVendor,
  { customer: name, ...extra }: ExtraLicense,
  index: number,
): Sale {
  const customer = customers.find((one) => one.name === name);
  if (!customer) throw new Error(`The sample has no customer ${name}.`);
  return { ...extra, index, policy, customer, channel: at(channels, 0) };
}

function sold(sale: Sale): Sold {
  const { index, policy, customer, kind, product } = sale;
  const organizationId = organizationOf(customer);
  const orderId =
    kind === 'trial' ? trialOrder(policy, organizationId, product) : (derivedId('sample', 'order', index) as OrderId);
  return { ...sale, organizationId, orderId, licenseId: licenseOfLine(orderId, 0) };
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
