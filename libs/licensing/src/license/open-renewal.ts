import { type OpenRenewal, openingRules, type RenewalOpened, renewalOpened } from '../renewable';
import type { OfOrder } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { inUse } from './rules';
import { type License, renewableOf } from './state';

type LicenseRule = Rule<License, OpenRenewal, OfOrder>;

const isNoTrial: LicenseRule = (license, _command, { policy }) =>
  license.status !== 'unissued' && license.grant.kind === 'trial'
    ? refused(
        'RENEWAL_CHANNEL_NOT_ALLOWED',
        `A trial is not renewed. Convert it: buy the product, or write to ${policy.vendor.salesEmail}.`,
      )
    : undefined;

const expires: LicenseRule = (license) =>
  license.status === 'perpetual'
    ? refused('CURRENT_EXPIRY_MISMATCH', 'A perpetual license has no expiry. Renew its maintenance instead.')
    : undefined;

const rules: readonly LicenseRule[] = [...inUse, isNoTrial, expires];

/** Claims the license's term for one renewal, so that no term is ever renewed twice. */
export function openRenewal(license: License, command: OpenRenewal, decision: OfOrder): RenewalOpened[] {
  if ('claim' in license && license.claim?.renewalId === command.renewalId) return [];
  enforce(rules, license, command, decision);
  const renewable = renewableOf(license);
  if (!renewable) return [];
  enforce(openingRules, renewable, command, decision);
  return [renewalOpened(command)];
}
