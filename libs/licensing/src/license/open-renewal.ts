import { isStaff } from '../shared/actors';
import type { Decision } from '../shared/decision';
import { channelPolicy } from '../policy';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, Channel, IsoDate, RenewalId } from '../shared/words';
import type { RenewalSource } from '../renewal/events';
import type { RenewalOpened } from './events';
import { inUse, isDated, isOver } from './rules';
import type { License } from './state';

export interface OpenRenewal {
  readonly renewalId: RenewalId;
  /** The expiry that is renewed, as the person saw it. */
  readonly currentExpiresOn: IsoDate;
  readonly source: RenewalSource;
  readonly requestedBy: Actor;
}

/** `channel` is that of the license's order. */
export interface OfOrder extends Decision {
  readonly channel: Channel;
}

type OpeningRule = Rule<License, OpenRenewal, OfOrder>;

const isNoTrial: OpeningRule = (license, _command, { policy }) =>
  license.status !== 'unissued' && license.grant.kind === 'trial'
    ? refused(
        'RENEWAL_CHANNEL_NOT_ALLOWED',
        `A trial is not renewed. Convert it: buy the product, or write to ${policy.vendor.salesEmail}.`,
      )
    : undefined;

const expires: OpeningRule = (license) =>
  license.status === 'perpetual'
    ? refused('CURRENT_EXPIRY_MISMATCH', 'A perpetual license has no expiry. Renew its maintenance instead.')
    : undefined;

const isNotRenewed: OpeningRule = (license) =>
  isDated(license) && license.successor
    ? refused(
        'CURRENT_EXPIRY_MISMATCH',
        `This term is renewed already, from ${license.successor.startsOn} to ${license.successor.newExpiresOn}. Renew the license that follows it.`,
      )
    : undefined;

const statesCurrentExpiry: OpeningRule = (license, { currentExpiresOn }) =>
  isDated(license) && license.term.expiresOn !== currentExpiresOn
    ? refused(
        'CURRENT_EXPIRY_MISMATCH',
        `This license expires on ${license.term.expiresOn}, not on ${currentExpiresOn}. Load it again and renew what you see.`,
      )
    : undefined;

/** After expiry only the vendor's people renew (R). */
const isInTimeForCustomers: OpeningRule = (license, { requestedBy }, { now, policy }) =>
  isOver(license, now) && !isStaff(requestedBy)
    ? refused(
        'LICENSE_EXPIRED_CONTACT_SUPPORT',
        `This license has expired. Write to ${policy.vendor.supportEmail} about a late renewal.`,
      )
    : undefined;

const portalSources: readonly RenewalSource[] = ['single', 'batch', 'quote'];

/** Some orders are renewed by sales or the payment provider only (L). */
const channelRenewsInPortal: OpeningRule = (_license, { source, requestedBy }, { policy, channel }) =>
  portalSources.includes(source) && !isStaff(requestedBy) && !channelPolicy(policy, channel).portalRenewal
    ? refused(
        'RENEWAL_CHANNEL_NOT_ALLOWED',
        `Licenses bought through ${channel} are not renewed here. Write to ${policy.vendor.salesEmail}, and sales renews it for you.`,
      )
    : undefined;

const isFree: OpeningRule = (license) =>
  isDated(license) && license.claim
    ? refused(
        'RENEWAL_ALREADY_OPEN',
        `Renewal ${license.claim.renewalId} of this license is open. Complete it, or have it withdrawn first.`,
      )
    : undefined;

const rules: readonly OpeningRule[] = [
  ...inUse,
  isNoTrial,
  expires,
  isNotRenewed,
  statesCurrentExpiry,
  isInTimeForCustomers,
  channelRenewsInPortal,
  isFree,
];

/** Claims the license's term for one renewal, so that no term is ever renewed twice. */
export function openRenewal(license: License, command: OpenRenewal, decision: OfOrder): RenewalOpened[] {
  const { renewalId, currentExpiresOn } = command;
  if (isDated(license) && license.claim?.renewalId === renewalId) return [];
  enforce(rules, license, command, decision);
  return [{ type: 'RenewalOpened', data: { renewalId, expiresOn: currentExpiresOn } }];
}
