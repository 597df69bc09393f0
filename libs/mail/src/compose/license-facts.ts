import type { LicenseId } from '@renewals/licensing';
import type { Fact } from './letter';

/** The license that a mail is about. */
export interface LicenseOnMail {
  readonly id: LicenseId;
  readonly product: string;
  readonly quota: number;
  readonly externalId?: string;
}

export function licenseFacts({ id, product, quota, externalId }: LicenseOnMail): Fact[] {
  return [
    externalId === undefined ? { label: 'License id', value: id } : { label: 'License', value: externalId },
    { label: 'Product', value: product },
    { label: 'Quota', value: String(quota) },
  ];
}
