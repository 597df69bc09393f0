import { type ContactId, localeOf, type NoticeAbout, readersOf } from '@renewals/licensing';
import type { Recipient } from '@renewals/mail';
import { addressIn, licenseOnMail, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import { reasonAgainst } from '../reason-against';
import type { Sources } from '../sources';

type About = NoticeAbout['handshake-required'];

/** Asks the order contacts to configure a license to the old handshake code by hand (P). */
export class HandshakeRequired implements KindOfNotice<'handshake-required'> {
  constructor(private readonly sources: Sources) {}

  async recipients({ licenseId }: About): Promise<readonly Recipient[]> {
    const { order, organization } = await this.sources.desk.licenseWithOrder(licenseId);
    return readersOf(order, organization);
  }

  async write({ licenseId }: About, recipient: Recipient): Promise<Written> {
    const found = await this.sources.desk.licenseWithOrder(licenseId);
    const { license, order, organization, policy } = found;
    const reason = reasonAgainst(recipient, found);
    if (reason) return { suppress: reason };
    const handshake = 'handshake' in license ? license.handshake : undefined;
    if (handshake?.configuration !== 'required' || license.status === 'terminated') return { suppress: 'out-of-date' };
    const to = addressIn(organization, recipient as ContactId, this.sources.personal);
    if (!to) return { suppress: 'unreachable' };
    return {
      send: {
        kind: 'handshake-required',
        to,
        locale: localeOf(organization, recipient as ContactId, policy),
        vendor: vendorOf(policy),
        license: licenseOnMail(license),
        ...(handshake.code !== undefined && { handshakeCode: handshake.code }),
        orderId: order.placement.orderId,
        url: this.sources.pages.license(licenseId),
      },
    };
  }
}
