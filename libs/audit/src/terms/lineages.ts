import {
  addDays,
  type InvoiceGenerated,
  type IsoDate,
  type LicenseActivated,
  type LicenseId,
  type LicenseIssued,
  type LicenseReactivated,
  type RenewalId,
  type Zone,
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

/** Which terms follow each other, and how. */
export interface Succession {
  /** The terms of one lineage each, in log order. */
  lineages(): Iterable<readonly LoggedTerm[]>;
  /** The newest term that this one took over from. */
  termBefore(term: LoggedTerm): LoggedTerm | undefined;
  /** When the renewal behind this term was invoiced. */
  invoicedOn(term: LoggedTerm): IsoDate | undefined;
}

/**
 * The terms of every license and its successors by renewal, read anew from the raw events: nothing here comes from the
 * code that decided them. Added quota runs beside its parent on purpose, so it begins a lineage of its own.
 */
export class Lineages implements Succession {
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
      case 'TermAligned':
        return this.changeTerm(idOf(event), { expiresOn: event.data.newExpiresOn });
      case 'TrialConverted':
        return this.changeTerm(idOf(event), { terminatedOn: addDays(event.data.on, -1) });
      case 'LicenseReactivated':
        return this.reactivated(idOf(event), event.data, event.metadata.recordedAt);
      case 'LicenseTerminated':
        return this.changeTerm(idOf(event), { terminatedOn: event.data.on });
      case 'LicenseRenewed':
        this.renewalBehind.set(event.data.successorId, event.data.renewalId);
        return;
      case 'InvoiceGenerated':
        this.invoicedOnOf.set(idOf(event), event.data.issuedOn);
    }
  }

  lineages(): Iterable<readonly LoggedTerm[]> {
    return this.termsByFirst.values();
  }

  termBefore({ licenseId }: LoggedTerm): LoggedTerm | undefined {
    const predecessor = this.predecessorOf.get(licenseId);
    return predecessor && this.termOf.get(predecessor);
  }

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
    this.begun({ licenseId, zone, startsOn, ...(expiresOn && { expiresOn }), recordedAt });
  }

  private begun(term: LoggedTerm): void {
    const { licenseId } = term;
    this.termOf.set(licenseId, term);
    const first = this.firstOf.get(licenseId) ?? licenseId;
    const terms = this.termsByFirst.get(first);
    if (terms) terms.push(term);
    else this.termsByFirst.set(first, [term]);
  }

  private reactivated(
    licenseId: LicenseId,
    { zone, startsOn, newExpiresOn: expiresOn }: LicenseReactivated['data'],
    recordedAt: string,
  ): void {
    this.begun({ licenseId, zone, startsOn, expiresOn, recordedAt });
  }

  private changeTerm(licenseId: LicenseId, change: Pick<LoggedTerm, 'expiresOn' | 'terminatedOn'>): void {
    const term = this.termOf.get(licenseId);
    if (term) Object.assign(term, change);
  }
}
