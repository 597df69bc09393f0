import { licenseKind, maintenanceKind } from '@renewals/commands';
import {
  type Alignment,
  type AlignmentEvent,
  alignmentStream,
  type BillingAgreement,
  type BillingAgreementEvent,
  billingAgreementStream,
  type ChannelPolicy,
  type Instant,
  type License,
  type LicenseEvent,
  type LicenseId,
  type LicenseIssued,
  licenseStream,
  type Maintenance,
  type MaintenanceEvent,
  maintenanceStream,
  type Policy,
  type Renewal,
  type RenewalEvent,
  renewalStream,
  startMaintenance,
  type Subject,
  type Term,
} from '@renewals/licensing';
import type { World } from '../lives';
import { MemoryStream } from '../memory-stream';
import { grantOf, policy } from './sold';
import { SubjectInMemory } from './subject-in-memory';

export type LicenseInMemory = MemoryStream<License, LicenseEvent>;
export type RenewalInMemory = MemoryStream<Renewal, RenewalEvent>;
export type AlignmentInMemory = MemoryStream<Alignment, AlignmentEvent>;
export type AnySubject = SubjectInMemory<License, LicenseEvent> | SubjectInMemory<Maintenance, MaintenanceEvent>;

export const classic = 'classic' as LicenseId;
export const cloud = 'cloud' as LicenseId;
export const lifetime = 'lifetime' as LicenseId;

/** One customer's streams and the clock. Two annual licenses and the maintenance of a perpetual one run. */
export class Desk implements World {
  now: Instant;
  readonly policy: Policy;
  readonly licenses = new Map<LicenseId, LicenseInMemory>();
  readonly maintenances = new Map<LicenseId, MemoryStream<Maintenance, MaintenanceEvent>>();
  readonly agreements = new Map<LicenseId, MemoryStream<BillingAgreement, BillingAgreementEvent>>();
  readonly renewals: RenewalInMemory[] = [];
  readonly alignments: AlignmentInMemory[] = [];

  constructor(
    now: Instant,
    readonly term: Term,
    readonly terms: ChannelPolicy,
  ) {
    this.now = now;
    this.policy = { ...policy, channels: { store: terms } };
    this.sell(grantOf(classic, term, {}), term);
    this.sell(grantOf(cloud, term, { delivery: 'cloud', unitPrice: { amountMinor: 333, currency: 'EUR' } }), term);
    const { period, zone } = term;
    const maintenance = { period, unitPrice: { amountMinor: 250, currency: 'EUR' } };
    const { expiresOn: _never, ...forEver } = term;
    this.sell(grantOf(lifetime, term, { kind: 'perpetual', delivery: 'cloud', maintenance }), { ...forEver, zone });
    const license = this.license(lifetime).state;
    this.maintenance(lifetime).decide(now, (state) => startMaintenance(state, {}, { license }));
  }

  get channel() {
    return 'store' as const;
  }

  license(id: LicenseId): LicenseInMemory {
    return known(this.licenses, id, () => new MemoryStream(licenseStream));
  }

  maintenance(id: LicenseId): MemoryStream<Maintenance, MaintenanceEvent> {
    return known(this.maintenances, id, () => new MemoryStream(maintenanceStream));
  }

  agreement(id: LicenseId): MemoryStream<BillingAgreement, BillingAgreementEvent> {
    return known(this.agreements, id, () => new MemoryStream(billingAgreementStream));
  }

  subject({ kind, id }: Subject): AnySubject {
    return kind === 'license'
      ? new SubjectInMemory({ kind, id }, this.license(id), licenseKind)
      : new SubjectInMemory({ kind, id }, this.maintenance(id), maintenanceKind);
  }

  /** All that may be renewed or aligned; 0 is the license that was made last. */
  get subjects(): readonly AnySubject[] {
    const licenses = [...this.licenses.keys()].filter((id) => id !== lifetime).reverse();
    return [
      ...licenses.map((id) => this.subject({ kind: 'license', id })),
      this.subject({ kind: 'maintenance', id: lifetime }),
    ];
  }

  newRenewal(): RenewalInMemory {
    const renewal = new MemoryStream(renewalStream);
    this.renewals.push(renewal);
    return renewal;
  }

  newAlignment(): AlignmentInMemory {
    const alignment = new MemoryStream(alignmentStream);
    this.alignments.push(alignment);
    return alignment;
  }

  private sell(grant: LicenseIssued['data'], term: Omit<Term, 'expiresOn'> & Partial<Pick<Term, 'expiresOn'>>): void {
    const { kind, policy: id, policyHash, channel, hosting } = grant;
    const activation = { mode: 'manual', kind, policy: id, policyHash, channel, hosting, ...term } as const;
    this.license(grant.licenseId).decide(this.now, () => [
      { type: 'LicenseIssued', data: grant },
      { type: 'LicenseActivated', data: activation },
    ]);
  }
}

function known<Id, Stream>(streams: Map<Id, Stream>, id: Id, make: () => Stream): Stream {
  const stream = streams.get(id) ?? make();
  streams.set(id, stream);
  return stream;
}
