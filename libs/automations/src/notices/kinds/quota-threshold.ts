import type { LicenseOnDesk } from '@renewals/commands';
import {
  addQuota,
  availableQuota,
  type ContactId,
  isUsedUp,
  type LicenseId,
  localeOf,
  type NoticeAbout,
  type NoticeSuppressionReason,
  readersOf,
  Refusal,
} from '@renewals/licensing';
import type { QuotaStep, Recipient } from '@renewals/mail';
import { addressIn, licenseOnMail, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import { reasonAgainst } from '../reason-against';
import type { Sources } from '../sources';

type About = NoticeAbout['quota-threshold'];

/** Tells the order contacts how much of the quota is left, and how to get more: F and P disagree, so policy says. */
export class QuotaThreshold implements KindOfNotice<'quota-threshold'> {
  constructor(private readonly sources: Sources) {}

  async recipients({ licenseId }: About): Promise<readonly Recipient[]> {
    const { order, organization } = await this.sources.desk.licenseWithOrder(licenseId);
    return readersOf(order, organization);
  }

  async write({ licenseId, percent }: About, recipient: Recipient): Promise<Written> {
    const found = await this.sources.desk.licenseWithOrder(licenseId);
    const reason = reasonAgainst(recipient, found) ?? reasonNotToTell(percent, found);
    if (reason) return { suppress: reason };
    const contactId = recipient as ContactId;
    const to = addressIn(found.organization, contactId, this.sources.personal);
    if (!to) return { suppress: 'unreachable' };
    return {
      send: {
        kind: 'quota-threshold',
        to,
        locale: localeOf(found.organization, contactId, found.policy),
        vendor: vendorOf(found.policy),
        license: licenseOnMail(found.license),
        percent,
        orderId: found.order.placement.orderId,
        step: this.howToGetMore(contactId, found),
      },
    };
  }

  /** The button is shown when the very decision that it leads to would be taken. */
  private howToGetMore(contactId: ContactId, { license, policy, channel }: LicenseOnDesk): QuotaStep {
    const command = {
      newLicenseId: 'asked-only' as LicenseId,
      quantity: 1,
      requestedBy: { type: 'customer', id: contactId },
    } as const;
    try {
      addQuota(license, command, { now: this.sources.clock.now(), policy, channel });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { to: 'ask-sales' };
    }
    return { to: 'add-quota', url: this.sources.pages.license(license.grant.licenseId) };
  }
}

/** Quota was added since, or more of it was used up, which another notice tells. */
function reasonNotToTell(percent: number, { license }: LicenseOnDesk): NoticeSuppressionReason | undefined {
  if (!('meter' in license) || !license.meter || license.status === 'terminated') return 'out-of-date';
  const { used, crossed } = license.meter;
  if (used * 100 < percent * availableQuota(license)) return 'out-of-date';
  const isMore = (other: number) => other > percent && other <= 100;
  return percent < 100 && (isUsedUp(license) || crossed.some(isMore)) ? 'superseded' : undefined;
}
