import type { LicenseOnDesk } from '@renewals/commands';
import {
  type ContactId,
  extendTrial,
  isOver,
  type IsoDate,
  localeOf,
  type NoticeAbout,
  readersOf,
} from '@renewals/licensing';
import type { Recipient, TrialStep } from '@renewals/mail';
import { addressIn, licenseOnMail, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import { reasonAgainst } from '../reason-against';
import type { Sources } from '../sources';
import { wouldBeAccepted } from '../would-be-accepted';

type About = NoticeAbout['trial-ends'];

/** Tells the order contacts of a trial when it ends, and how to go on (F). */
export class TrialEnds implements KindOfNotice<'trial-ends'> {
  constructor(private readonly sources: Sources) {}

  async recipients({ licenseId }: About): Promise<readonly Recipient[]> {
    const { order, organization } = await this.sources.desk.licenseWithOrder(licenseId);
    return readersOf(order, organization);
  }

  async write({ licenseId, expiresOn }: About, recipient: Recipient): Promise<Written> {
    const found = await this.sources.desk.licenseWithOrder(licenseId);
    const { license, order, organization, policy } = found;
    const reason = reasonAgainst(recipient, found);
    if (reason) return { suppress: reason };
    if (!this.endsThen(found, expiresOn) || license.status !== 'active') return { suppress: 'out-of-date' };
    const contactId = recipient as ContactId;
    const to = addressIn(organization, contactId, this.sources.personal);
    if (!to) return { suppress: 'unreachable' };
    return {
      send: {
        kind: 'trial-ends',
        to,
        locale: localeOf(organization, contactId, policy),
        vendor: vendorOf(policy),
        license: licenseOnMail(license),
        expiresOn,
        zone: license.term.zone,
        orderId: order.placement.orderId,
        step: await this.howToGoOn(contactId, found),
      },
    };
  }

  /** Not extended, bought, ended or over meanwhile. */
  private endsThen({ license }: LicenseOnDesk, expiresOn: IsoDate): boolean {
    const isRunning = license.status === 'active' && license.term.expiresOn === expiresOn;
    return isRunning && !isOver(license, this.sources.clock.now());
  }

  private async howToGoOn(contactId: ContactId, { license, policy }: LicenseOnDesk): Promise<TrialStep> {
    const asked = { requestedBy: { type: 'customer', id: contactId } } as const;
    const decision = { now: this.sources.clock.now(), policy };
    const mayBeExtended = await wouldBeAccepted(() => extendTrial(license, asked, decision));
    if (!mayBeExtended) return { to: 'buy' };
    const url = this.sources.pages.license(license.grant.licenseId);
    return { to: 'extend', days: policy.trial.extensionDays, url };
  }
}
