import {
  type ContactId,
  type Instant,
  isoDate,
  type License,
  type LicenseEvent,
  type LicenseId,
  licenseStream,
  type OrderId,
  type Organization,
  organizationStream,
  type OrganizationId,
  period,
  zone,
} from '@renewals/licensing';
import type { World } from '../lives';
import { MemoryStream } from '../memory-stream';
import { policy } from '../renewals/sold';

export const ann = 'ann' as ContactId;
export const trialId = 'trial' as LicenseId;
export const berlin = zone('Europe/Berlin');

/** A company's trial of a product, and whatever might become of it. */
export class Trial implements World {
  readonly policy = policy;
  readonly channel = 'store';
  readonly company: Organization;
  readonly license = new MemoryStream<License, LicenseEvent>(licenseStream);

  constructor(public now: Instant) {
    const text = { $personal: ann, text: 'Ann' } as const;
    const organization = new MemoryStream(organizationStream);
    organization.decide(now, () => [
      {
        type: 'OrganizationRegistered',
        data: {
          organizationId: 'acme' as OrganizationId,
          via: 'registration',
          role: 'customer',
          name: 'Acme',
          zone: berlin,
          passwordSetupRequired: false,
          owner: { contactId: ann, email: text, name: text },
        },
      },
    ]);
    this.company = organization.state;
  }
}

export const trialGrant = {
  licenseId: trialId,
  orderId: 'order' as OrderId,
  organizationId: 'acme' as OrganizationId,
  policy: policy.id,
  policyHash: 'hash',
  channel: 'store',
  product: 'Reader',
  kind: 'trial',
  delivery: 'cloud',
  hosting: 'vendor',
  period: period('P30D'),
  quota: 10,
  unitPrice: { amountMinor: 0, currency: 'XXX' },
  origin: 'trial',
} as const;

export const someDay = isoDate('2026-02-20');
