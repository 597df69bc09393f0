import {
  type Channel,
  channelPolicy,
  type ContactId,
  type IsoDate,
  type LicenseId,
  type LicenseKind,
  type Money,
  money,
  type OrderId,
  type OrganizationId,
  type Policy,
  prorate,
  type Term,
} from '@renewals/licensing';
import type { AccountColumns } from '../accounts';
import { zoneOf } from '../countries';
import type { Values } from '../csv/table-format';
import { importedIds } from '../ids';
import type { SubscriptionColumns, SubscriptionRow } from '../subscriptions';
import { offsetsBeforeImport, statusAsOf, type StatusAsOf, termAsOf, terminatedOn } from './as-of';

type Account = Values<AccountColumns>;
type Subscription = Values<SubscriptionColumns>;

/** One order and the one license that its only line grants. */
export interface LicensePlan {
  readonly orderId: OrderId;
  readonly licenseId: LicenseId;
  readonly organizationId: OrganizationId;
  /** Order contact and billing contact. */
  readonly contactId: ContactId;
  readonly channel: Channel;
  /** Where the channel is `reseller`. */
  readonly resellerId?: OrganizationId;
  readonly product: string;
  readonly kind: LicenseKind;
  readonly delivery: 'cloud';
  readonly hosting: 'vendor';
  readonly quota: number;
  readonly unitPrice: Money;
  readonly term: Term;
  /** At as-of. */
  readonly status: StatusAsOf;
  /** Last usable day, where the status is `terminated`. */
  readonly terminatedOn?: IsoDate;
  readonly recurringBilling: 'enabled' | 'cancelled';
  /** Offsets of the reminders that were the former system's, descending. */
  readonly remindersBeforeImport: readonly number[];
  readonly externalId: string;
  /** The accepted row, column by column. */
  readonly imported: Readonly<Record<string, string>>;
}

/** For a subscription that has started by as-of. */
export function planLicense(row: SubscriptionRow, account: Account, asOf: IsoDate, policy: Policy): LicensePlan {
  const { values: subscription, texts } = row;
  const { account_id, subscription_id, plan_tier, seats, is_trial, auto_renew_flag } = subscription;
  const ids = importedIds(policy.id);
  const term = termAsOf(subscription, zoneOf(account.country), asOf, policy);
  const status = statusAsOf(subscription, term, asOf);
  const endedOn = terminatedOn(subscription, asOf);
  const channel = account.referral_source === 'partner' ? 'reseller' : policy.importChannel;
  return {
    orderId: ids.order(subscription_id),
    licenseId: ids.license(subscription_id),
    organizationId: ids.organization(account_id),
    contactId: ids.owner(account_id),
    channel,
    ...(channel === 'reseller' && { resellerId: ids.reseller() }),
    product: plan_tier,
    kind: is_trial ? 'trial' : 'annual',
    delivery: 'cloud',
    hosting: 'vendor',
    quota: seats,
    unitPrice: unitPrice(subscription),
    term,
    status,
    ...(endedOn !== undefined && { terminatedOn: endedOn }),
    recurringBilling: auto_renew_flag ? 'enabled' : 'cancelled',
    remindersBeforeImport:
      status === 'active' ? offsetsBeforeImport(term, asOf, channelPolicy(policy, channel).reminders.offsets) : [],
    externalId: subscription_id,
    imported: texts,
  };
}

/** Of one seat and one period; rounded once, half to even. */
function unitPrice({ mrr_amount, seats, billing_frequency }: Subscription): Money {
  const months = billing_frequency === 'annual' ? 12 : 1;
  return prorate(money(mrr_amount * months * 100, 'USD'), 1, seats);
}
