import {
  addDays,
  alignMaintenance,
  fold,
  followLicenseOffsets,
  followOrganizationOffsets,
  type License,
  type LicenseEvent,
  type LicenseId,
  licenseStream,
  type Maintenance,
  type MaintenanceEvent,
  maintenanceStream,
  moveMaintenanceToPolicy,
  openMaintenanceRenewal,
  overrideLicenseOffsets,
  recordMaintenanceRenewed,
  renewableAt,
  startMaintenance,
  successorTerm,
  type Term,
} from '@renewals/licensing';
import { bySales, grantOf, policy } from '../renewals/sold';
import { alignment, at, Life, opening, type Step } from './life';

export const lifetime = 'lifetime' as LicenseId;

/** The maintenance of a perpetual license, term after term; not a spec itself. */
export class MaintainedLife extends Life {
  private license: LicenseEvent[] = [];
  private history: MaintenanceEvent[] = [];

  constructor(term: Term) {
    super();
    const { expiresOn: _never, ...perpetual } = term;
    const maintenance = { period: term.period, unitPrice: { amountMinor: 5, currency: 'EUR' } };
    const grant = grantOf(lifetime, term, { kind: 'perpetual', maintenance });
    const { policy: id, policyHash, channel, kind, hosting } = grant;
    const sold = { policy: id, policyHash, channel, kind, hosting };
    this.license = [
      { type: 'LicenseIssued', data: grant },
      { type: 'LicenseActivated', data: { mode: 'manual', ...sold, ...perpetual } },
    ];
    this.add(startMaintenance(this.maintenance, {}, { license: fold(licenseStream, this.license) }));
  }

  get maintenance(): Maintenance {
    return fold(maintenanceStream, this.history);
  }

  get term(): Term {
    const { maintenance } = this;
    if (maintenance.status === 'none') throw new Error('It was started');
    return renewableAt(maintenance).term;
  }

  protected take(step: Step): void {
    const { term, maintenance } = this;
    switch (step.what) {
      case 'override':
        this.own(
          overrideLicenseOffsets(this.lifetime, {
            ...(step.offsets && { offsets: step.offsets }),
            reason: 'asked',
            by: bySales,
          }),
        );
        return this.follow();
      case 'company':
        this.own(followOrganizationOffsets(this.lifetime, { offsets: step.offsets }));
        return this.follow();
      case 'move': {
        const to = { policy: policy.id, policyHash: `hash ${this.history.length}` };
        return this.add(moveMaintenanceToPolicy(maintenance, to));
      }
      case 'align':
        return this.add(alignMaintenance(maintenance, alignment(term, step.days, this.history.length), at(term)));
      case 'renew': {
        const renewal = opening(term, (this.no += 1));
        this.add(openMaintenanceRenewal(maintenance, renewal, at(term)));
        const next = successorTerm(term, addDays(term.expiresOn, 1));
        return this.add(recordMaintenanceRenewed(this.maintenance, { renewalId: renewal.renewalId, term: next }));
      }
    }
  }

  get lifetime(): License {
    return fold(licenseStream, this.license);
  }

  private follow(): void {
    const { lifetime: followed } = this;
    const overrides = followed.status === 'unissued' ? undefined : followed.grant.overrides;
    this.add(followLicenseOffsets(this.maintenance, { overrides }));
  }

  private own(events: readonly LicenseEvent[]): void {
    this.license = [...this.license, ...events];
  }

  private add(events: readonly MaintenanceEvent[]): void {
    for (const event of events) this.deadlines.read(`maintenance-${lifetime}`, event);
    this.history = [...this.history, ...events];
  }
}
