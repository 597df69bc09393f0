import {
  addDays,
  alignLicense,
  fold,
  followOrganizationOffsets,
  issueSuccessor,
  type License,
  type LicenseEvent,
  type LicenseId,
  licenseStream,
  moveLicenseToPolicy,
  type Offsets,
  openRenewal,
  overrideLicenseOffsets,
  recordRenewed,
  renewableOf,
  successorTerm,
  type Term,
} from '@renewals/licensing';
import { bySales, grantOf, policy } from '../renewals/sold';
import { alignment, at, Life, opening, type Step } from './life';

/** An annual license and those that follow it; not a spec itself. */
export class AnnualLife extends Life {
  history: LicenseEvent[] = [];
  private company: Offsets | undefined;

  constructor(term: Term) {
    super();
    this.add(soldAndActivated(this.id, term));
  }

  get id(): LicenseId {
    return `license-${this.no}` as LicenseId;
  }

  get license(): License {
    return fold(licenseStream, this.history);
  }

  get term(): Term {
    const term = renewableOf(this.license)?.term;
    if (!term) throw new Error('It was activated');
    return term;
  }

  protected take(step: Step): void {
    switch (step.what) {
      case 'override':
        return this.add(
          overrideLicenseOffsets(this.license, {
            ...(step.offsets && { offsets: step.offsets }),
            reason: 'asked',
            by: bySales,
          }),
        );
      case 'company':
        this.company = step.offsets;
        return this.add(followOrganizationOffsets(this.license, { offsets: this.company }));
      case 'move':
        return this.add(
          moveLicenseToPolicy(this.license, { policy: policy.id, policyHash: `hash ${this.history.length}` }),
        );
      case 'align':
        return this.add(
          alignLicense(this.license, alignment(this.term, step.days, this.history.length), at(this.term)),
        );
      case 'renew':
        return this.renew();
    }
  }

  private renew(): void {
    const renewal = opening(this.term, this.no);
    this.add(openRenewal(this.license, renewal, at(this.term)));
    const next = successorTerm(this.term, addDays(this.term.expiresOn, 1));
    const successorId = `license-${this.no + 1}` as LicenseId;
    const { renewalId } = renewal;
    this.add(
      recordRenewed(this.license, { renewalId, successorId, startsOn: next.startsOn, newExpiresOn: next.expiresOn }),
    );
    const predecessor = this.license;
    this.no += 1;
    this.history = [];
    this.add(issueSuccessor(this.license, { licenseId: successorId, origin: 'renewal', term: next }, { predecessor }));
  }

  private add(events: readonly LicenseEvent[]): void {
    for (const event of events) this.deadlines.read(`license-${this.id}`, event);
    this.history = [...this.history, ...events];
  }
}

function soldAndActivated(licenseId: LicenseId, term: Term): LicenseEvent[] {
  const grant = grantOf(licenseId, term, { delivery: 'cloud' });
  const { policy: id, policyHash, channel, kind, hosting } = grant;
  return [
    { type: 'LicenseIssued', data: grant },
    { type: 'LicenseActivated', data: { mode: 'manual', policy: id, policyHash, channel, kind, hosting, ...term } },
  ];
}
