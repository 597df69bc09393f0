import { channelPolicy } from '../policy';
import { isStaff } from '../shared/actors';
import { refuseUnlessCount } from '../shared/count';
import type { OfOrder } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { multiply, prorate } from '../shared/money';
import type { Actor, IsoDate, LicenseId, Money, PaymentMethod } from '../shared/words';
import { daysBetween, localDate, termAt } from '../term';
import type { GrantedTerm, QuotaAdded } from './events';
import { inUse, isOver } from './rules';
import type { ActiveLicense, ExpiredLicense, License, PerpetualLicense } from './state';

export interface AddQuota {
  /** Of the license that is to carry it. */
  readonly newLicenseId: LicenseId;
  readonly quantity: number;
  /** By which the checkout was completed (F); none where it is only asked whether somebody may. */
  readonly paymentMethod?: PaymentMethod | undefined;
  readonly requestedBy: Actor;
}

type QuotaRule = Rule<License, AddQuota, OfOrder>;

/** One source lets customers add quota by themselves (F), the other leaves it to sales (P). */
const isSoldToThem: QuotaRule = (_license, { requestedBy }, { policy, channel }) =>
  channelPolicy(policy, channel).quota.channel === 'self-service' || isStaff(requestedBy)
    ? undefined
    : refused('QUOTA_CHANNEL_NOT_ALLOWED', `Sales adds quota. Write to ${policy.vendor.salesEmail}.`);

/** Else more of a trial would be a way to another one. */
const isBought: QuotaRule = (license, _command, { policy }) =>
  'grant' in license && license.grant.kind === 'trial'
    ? refused(
        'QUOTA_CHANNEL_NOT_ALLOWED',
        `A trial has the quota that it has. Buy the product with the quota that you need, or write to ${policy.vendor.salesEmail}.`,
      )
    : undefined;

const hasItsOwnMeter: QuotaRule = (license) =>
  'grant' in license && license.grant.origin === 'add-quota'
    ? refused(
        'QUOTA_CHANNEL_NOT_ALLOWED',
        `This license adds quota to license ${license.grant.predecessorId}. Add more quota to that one.`,
      )
    : undefined;

const isWhole: QuotaRule = (_license, { quantity }) => refuseUnlessCount('quantity', quantity);

const stillRuns: QuotaRule = (license, _command, { now, policy }) =>
  isOver(license, now)
    ? refused(
        'LICENSE_EXPIRED_CONTACT_SUPPORT',
        `This license has expired. Write to ${policy.vendor.supportEmail} about a late renewal, and add quota to the new license.`,
      )
    : undefined;

const rules: readonly QuotaRule[] = [...inUse, isBought, hasItsOwnMeter, isSoldToThem, isWhole, stillRuns];

/** Added quota is a license of its own beside this one, on the same handshake code (P); `issueSuccessor` makes it. */
export function addQuota(license: License, command: AddQuota, decision: OfOrder): QuotaAdded[] {
  enforce(rules, license, command, decision);
  if (license.status !== 'perpetual' && license.status !== 'active' && license.status !== 'expired') return [];
  const { newLicenseId, quantity, paymentMethod } = command;
  const handshakeCode = license.handshake?.code;
  const term = addedQuotaTerm(license, decision);
  const amount = priceOf(license, quantity, term);
  return [
    {
      type: 'QuotaAdded',
      data: {
        newLicenseId,
        quantity,
        term,
        amount,
        ...(paymentMethod !== undefined && { paymentMethod }),
        ...(handshakeCode !== undefined && { handshakeCode }),
      },
    },
  ];
}

type Parent = PerpetualLicense | ActiveLicense | ExpiredLicense;

/**
 * Added quota starts today, or with a parent whose term lies ahead. It ends with its parent, or after a period of its
 * own: the policy says which.
 */
export function addedQuotaTerm(parent: Parent, { now, policy, channel }: OfOrder): GrantedTerm {
  if (parent.status === 'perpetual') {
    const { zone, grant } = parent;
    const startsOn = later(localDate(now, zone), parent.startsOn);
    return { anchor: startsOn, n: 1, period: grant.period, startsOn, zone };
  }
  const { period, zone, expiresOn } = parent.term;
  const startsOn = later(localDate(now, zone), parent.term.startsOn);
  if (channelPolicy(policy, channel).quota.term === 'own') return termAt(startsOn, period, 1, zone);
  return { anchor: expiresOn, n: 0, period, startsOn, expiresOn, zone };
}

/** A term that is shorter than its parent's costs its share of days; any other costs a whole period. */
function priceOf(parent: Parent, quantity: number, { n, startsOn, expiresOn }: GrantedTerm): Money {
  const whole = multiply(parent.grant.unitPrice, quantity);
  if (parent.status === 'perpetual' || expiresOn === undefined || n !== 0) return whole;
  const { term } = parent;
  return prorate(whole, daysBetween(startsOn, expiresOn) + 1, daysBetween(term.startsOn, term.expiresOn) + 1);
}

function later(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}
