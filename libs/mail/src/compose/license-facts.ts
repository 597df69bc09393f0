import type { LicenseId } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import type { Fact } from './letter';

/** The license that a mail is about. */
export interface LicenseOnMail {
  readonly id: LicenseId;
  readonly product: string;
  readonly quota: number;
  readonly externalId?: string;
}

export function licenseFacts({ id, product, quota, externalId }: LicenseOnMail, words: Words): Fact[] {
  return [
    externalId === undefined
      ? { label: words.say('fact.license-id'), value: id }
      : { label: words.say('fact.license'), value: externalId },
    { label: words.say('fact.product'), value: product },
    { label: words.say('fact.quota'), value: words.number(quota) },
  ];
}
