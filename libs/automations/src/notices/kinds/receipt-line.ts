import type { LicenseOnDesk } from '@renewals/commands';
import type { Subject } from '@renewals/licensing';
import type { ReceiptLine, ReceiptNext } from '@renewals/mail';
import type { BilledLine } from './billed-lines';

type Issued = LicenseOnDesk['license'];

/** `reads`: whether the reader sees the license in the portal. */
export function receiptLine({ line, license }: BilledLine, renewed: Issued | undefined, reads: boolean): ReceiptLine {
  const { grant } = renewed ?? license;
  return {
    of: line.subject.kind,
    product: grant.product,
    license: grant.externalId ?? grant.licenseId,
    quota: line.quota,
    amount: line.amount,
    ...(line.contract && { runs: line.contract }),
    next: renewed ? nextStep(renewed, line.subject.kind, reads) : 'not-renewed',
  };
}

/** Classic: how to get the key, never the key itself. Cloud: renewed by itself (L). Trackable: the handshake code (P). */
function nextStep(renewed: Issued, kind: Subject['kind'], reads: boolean): ReceiptNext {
  if (kind === 'maintenance') return 'maintenance-goes-on';
  switch (renewed.grant.delivery) {
    case 'classic':
      return reads ? 'key-for-reader' : 'key-for-contacts';
    case 'cloud':
      return 'renewed-by-itself';
    case 'trackable':
      return 'handshake' in renewed && renewed.handshake?.configuration === 'required'
        ? 'handshake-by-hand'
        : 'handshake-kept';
  }
}
