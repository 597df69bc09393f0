import { channelPolicy, type RenewalOpener } from '../policy';
import type { RenewalSource } from '../renewal/events';
import { isCustomerSide, isStaff } from '../shared/actors';
import type { OfOrder } from '../shared/decision';
import { refused, type Rule } from '../shared/rule';
import type { Actor, IsoDate, RenewalId } from '../shared/words';
import { addDays } from '../term';
import { askReseller, isUpToReseller } from './ask-reseller';
import type { RenewalOpened } from './events';
import { isTermOver, type Renewable } from './renewable';

export interface OpenRenewal {
  readonly renewalId: RenewalId;
  /** The expiry that is renewed, as the person saw it. */
  readonly currentExpiresOn: IsoDate;
  readonly source: RenewalSource;
  readonly requestedBy: Actor;
}

type OpeningRule = Rule<Renewable, OpenRenewal, OfOrder>;

export const isNotRenewed: Rule<Renewable, object, object> = ({ next }) =>
  next
    ? refused(
        'CURRENT_EXPIRY_MISMATCH',
        `This term is renewed already, from ${next.startsOn} to ${next.newExpiresOn}. Renew the term that follows it.`,
      )
    : undefined;

export const statesCurrentExpiry: Rule<Renewable, Pick<OpenRenewal, 'currentExpiresOn'>, object> = (
  { term },
  { currentExpiresOn },
) =>
  term.expiresOn !== currentExpiresOn
    ? refused(
        'CURRENT_EXPIRY_MISMATCH',
        `This term ends on ${term.expiresOn}, not on ${currentExpiresOn}. Load it again and renew what you see.`,
      )
    : undefined;

/** After expiry, and the days of grace where there are any, only the vendor's people renew (R). */
const isInTimeForCustomers: OpeningRule = ({ term }, { requestedBy }, { now, policy, channel }) => {
  const { graceDays } = channelPolicy(policy, channel).renewal;
  const isInTime = !isTermOver({ ...term, expiresOn: addDays(term.expiresOn, graceDays) }, now);
  if (isInTime || isStaff(requestedBy)) return undefined;
  return refused(
    'LICENSE_EXPIRED_CONTACT_SUPPORT',
    `This term ended on ${term.expiresOn}. Write to ${policy.vendor.supportEmail} about a late renewal.`,
  );
};

const openers: Readonly<Record<RenewalSource, RenewalOpener | 'recurring-billing'>> = {
  single: 'portal',
  batch: 'portal',
  quote: 'portal',
  sales: 'sales',
  'provider-form': 'provider-form',
  automatic: 'recurring-billing',
};

/** The portal, sales, the payment provider's form, or recurring billing by itself: each only where the policy has it (R, L). */
const isOpenedByWhoMay: OpeningRule = (_renewable, { source, requestedBy }, decision) => {
  const { policy, channel, resellerName } = decision;
  const { renewal, recurringBilling } = channelPolicy(policy, channel);
  const opener = openers[source];
  const mayOpen =
    opener === 'recurring-billing'
      ? recurringBilling !== 'none'
      : renewal.openedBy.includes(opener === 'portal' && isStaff(requestedBy) ? 'sales' : opener);
  if (mayOpen) return undefined;
  if (isCustomerSide(requestedBy) && isUpToReseller(decision)) {
    return refused('RENEWAL_CHANNEL_NOT_ALLOWED', askReseller(resellerName));
  }
  const form = renewal.openedBy.includes('provider-form')
    ? "Fill in the payment provider's purchase order form, or write"
    : 'Write';
  return refused(
    'RENEWAL_CHANNEL_NOT_ALLOWED',
    `What was bought this way is not renewed here. ${form} to ${policy.vendor.salesEmail}, and sales renews it for you.`,
  );
};

export const isFree: Rule<Renewable, object, object> = ({ claim }) =>
  claim
    ? refused(
        'RENEWAL_ALREADY_OPEN',
        `Renewal ${claim.renewalId} of this term is open. Complete it, or have it withdrawn first.`,
      )
    : undefined;

/** What every term asks before a renewal may claim it. */
export const openingRules: readonly OpeningRule[] = [
  isNotRenewed,
  statesCurrentExpiry,
  isInTimeForCustomers,
  isOpenedByWhoMay,
  isFree,
];

export function renewalOpened({ renewalId, currentExpiresOn }: OpenRenewal): RenewalOpened {
  return { type: 'RenewalOpened', data: { renewalId, expiresOn: currentExpiresOn } };
}
