import type { LicenseOnDesk } from '@renewals/commands';
import type { DocumentContent, DocumentLine } from '@renewals/documents';
import { type Money, money, type Organization, total } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import type { BilledLine } from '../notices/kinds/billed-lines';

/** Who writes to whom. What a reseller sold is billed to the reseller (L), and names its customers. */
export function partiesOf(lines: readonly BilledLine[]): Pick<DocumentContent, 'vendor' | 'customer'> {
  const [first] = lines;
  if (!first) throw new RangeError('A document has a line at least.');
  const { vendor } = first.policy;
  const customers = [...new Set(lines.map(({ organization }) => nameOf(organization)))];
  const customer = first.reseller ? { name: nameOf(first.reseller), lines: customers } : { name: customers.join(', ') };
  return { vendor: { name: vendor.name, lines: [vendor.salesEmail] }, customer };
}

export function documentLine(
  { line: { subject, quota, amount } }: BilledLine,
  words: Words,
  { license: { grant }, term }: { readonly license: LicenseOnDesk['license']; readonly term: DocumentLine['term'] },
): DocumentLine {
  const { product, externalId, licenseId } = grant;
  const unitPrice = shareOf(amount, quota);
  return {
    product: subject.kind === 'maintenance' ? words.say('confirmation.maintenance-of', { product }) : product,
    license: externalId ?? licenseId,
    quota,
    ...(term && { term }),
    ...(unitPrice && { unitPrice }),
    amount,
  };
}

/** What the lines cost together. */
export function sumOf(lines: readonly BilledLine[]): Money {
  const amounts = lines.map(({ line }) => line.amount);
  return total(amounts[0]?.currency ?? '', amounts);
}

/** None where no whole number of minor units, taken so many times, is the amount. */
function shareOf({ amountMinor, currency }: Money, quota: number): Money | undefined {
  return quota > 0 && amountMinor % quota === 0 ? money(amountMinor / quota, currency) : undefined;
}

function nameOf(organization: Organization): string {
  return organization.status === 'registered' ? organization.registration.name : '';
}
