import type {
  InvoiceGenerated,
  IsoDate,
  LicenseActivated,
  LicenseId,
  LicenseIssued,
  RenewalId,
  Zone,
} from '@renewals/licensing';
import { idOf, type LoggedEvent } from '../log/logged-events';

/** A term as the log has it. */
export interface LoggedTerm {
  readonly licenseId: LicenseId;
  readonly zone: Zone;
  readonly startsOn: IsoDate;
  /** None for a perpetual license. */
  expiresOn?: IsoDate;
  /** The last usable day of a license that was ended before its term. */
  terminatedOn?: IsoDate;
  /** RFC 3339, UTC. */
  readonly recordedAt: string;
}

/**
 * The terms of every license and its successors by renewal, read anew from the raw events: nothing here comes from the
 * code that decided them. Added quota runs beside its parent on purpose, so it begins a lineage of its own.
 */
export class Lineages {
  private readonly firstOf = new Map<LicenseId, LicenseId>();
  private readonly predecessorOf = new Map<LicenseId, LicenseId>();
  private readonly termOf = new Map<LicenseId, LoggedTerm>();
  private readonly termsByFirst = new Map<LicenseId, LoggedTerm[]>();
  private readonly renewalBehind = new Map<LicenseId, RenewalId>();
  private readonly invoicedOnOf = new Map<RenewalId, InvoiceGenerated['data']['issuedOn']>();

  record(event: LoggedEvent): void {
    switch (event.type) {
      case 'LicenseIssued':
        return this.issued(event.data);
      case 'LicenseActivated':
        return this.activated(idOf(event), event.data, event.metadata.recordedAt);
      case 'TrialExtended':
        return this.changeTerm(idOf(event), { expiresOn: event.data.newExpiresOn });
      case 'LicenseTerminated':
        return this.changeTerm(idOf(event), { terminatedOn: event.data.on });
      case 'LicenseRenewed':
        this.renewalBehind.set(event.data.successorId, event.data.renewalId);
        return;
      case 'InvoiceGenerated':
        this.invoicedOnOf.set(idOf(event), event.data.issuedOn);
    }
  }

  /** The terms of one lineage each, in log order. */
  lineages(): Iterable<readonly LoggedTerm[]> {
    return this.termsByFirst.values();
  }

  /** The newest term of the license that this one took over from. */
  termBefore({ licenseId }: LoggedTerm): LoggedTerm | undefined {
    const predecessor = this.predecessorOf.get(licenseId);
    return predecessor && this.termOf.get(predecessor);
  }

  /** When the renewal behind this license was invoiced. */
  invoicedOn({ licenseId }: LoggedTerm): IsoDate | undefined {
    const renewal = this.renewalBehind.get(licenseId);
    return renewal && this.invoicedOnOf.get(renewal);
  }

  private issued({ licenseId, origin, predecessorId }: LicenseIssued['data']): void {
    if (predecessorId === undefined || origin === 'add-quota') return;
    this.predecessorOf.set(licenseId, predecessorId);
    this.firstOf.set(licenseId, this.firstOf.get(predecessorId) ?? predecessorId);
  }

  private activated(
    licenseId: LicenseId,
    { zone, startsOn, expiresOn }: LicenseActivated['data'],
    recordedAt: string,
  ): void {
    const term = { licenseId, zone, startsOn, ...(expiresOn && { expiresOn }), recordedAt };
    this.termOf.set(licenseId, term);
    const first = this.firstOf.get(licenseId) ?? licenseId;
    const terms = this.termsByFirst.get(first);
    if (terms) terms.push(term);
    else this.termsByFirst.set(first, [term]);
  }

  private changeTerm(licenseId: LicenseId, change: Pick<LoggedTerm, 'expiresOn' | 'terminatedOn'>): void {
    const term = this.termOf.get(licenseId);
    if (term) Object.assign(term, change);
  }
}
