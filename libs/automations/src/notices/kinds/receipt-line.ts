import type { LicenseOnDesk } from '@renewals/commands';
import type { ReceiptLine } from '@renewals/mail';
import type { BilledLine } from './billed-lines';

type Issued = LicenseOnDesk['license'];

/** `reads`: whether the reader sees the license in the portal. */
export function receiptLine(
  { line, license, policy }: BilledLine,
  renewed: Issued | undefined,
  reads: boolean,
): ReceiptLine {
  const { grant } = renewed ?? license;
  const isMaintenance = line.subject.kind === 'maintenance';
  return {
    product: isMaintenance ? `Maintenance of ${grant.product}` : grant.product,
    license: grant.externalId ?? grant.licenseId,
    quota: line.quota,
    amount: line.amount,
    ...(line.contract && { runs: line.contract }),
    next: renewed
      ? isMaintenance
        ? 'Updates and support go on. There is nothing to do.'
        : nextStep(renewed, reads)
      : `It could not be renewed. Write to ${policy.vendor.salesEmail}.`,
  };
}

/** Classic: how to get the key, never the key itself. Cloud: renewed by itself (L). Trackable: the handshake code (P). */
function nextStep(renewed: Issued, reads: boolean): string {
  switch (renewed.grant.delivery) {
    case 'classic':
      return reads
        ? 'Its new license key is generated. To get it, sign in to the customer portal and open this license in Order > Full License.'
        : 'Its new license key is generated. A contact of the order gets it in the customer portal, in Order > Full License.';
    case 'cloud':
      return 'It is renewed by itself. There is nothing to do.';
    case 'trackable':
      return 'handshake' in renewed && renewed.handshake?.configuration === 'required'
        ? 'It waits to be configured to the old handshake code, by hand, by a contact of the order.'
        : 'It is configured to the same handshake code. There is nothing to do.';
  }
}
