import type { IsoDate, LicenseId, RenewalId, Zone } from '@renewals/licensing';
import { idOf, type LoggedEvent } from '../log/logged-events';
import type { LoggedTerm, Succession } from './lineages';

type MaintenanceTerm = LoggedTerm & { readonly renewalId?: RenewalId };

/** The terms of every maintenance, by the raw events: it is renewed in place, so each follows the one before it. */
export class MaintenanceLineages implements Succession {
  private readonly termsOf = new Map<LicenseId, MaintenanceTerm[]>();
  private readonly invoicedOnOf = new Map<RenewalId, IsoDate>();

  record(event: LoggedEvent): void {
    switch (event.type) {
      case 'MaintenanceStarted':
        return this.begun(event, event.data, event.data.expiresOn);
      case 'MaintenanceRenewed':
        return this.begun(event, event.data, event.data.newExpiresOn);
      case 'MaintenanceAligned':
        return this.changeLast(event, { expiresOn: event.data.newExpiresOn });
      case 'MaintenanceEnded':
        return this.end(event, event.data.on);
      case 'InvoiceGenerated':
        this.invoicedOnOf.set(idOf(event), event.data.issuedOn);
    }
  }

  lineages(): Iterable<readonly LoggedTerm[]> {
    return this.termsOf.values();
  }

  termBefore(term: LoggedTerm): LoggedTerm | undefined {
    const terms = this.termsOf.get(term.licenseId) ?? [];
    return terms[terms.indexOf(term) - 1];
  }

  invoicedOn({ renewalId }: MaintenanceTerm): IsoDate | undefined {
    return renewalId && this.invoicedOnOf.get(renewalId);
  }

  private begun(
    event: LoggedEvent,
    { zone, startsOn, renewalId }: { zone: Zone; startsOn: IsoDate; renewalId?: RenewalId },
    expiresOn: IsoDate,
  ): void {
    const licenseId = idOf<LicenseId>(event);
    const { recordedAt } = event.metadata;
    const term = { licenseId, zone, startsOn, expiresOn, recordedAt, ...(renewalId && { renewalId }) };
    this.termsOf.set(licenseId, [...(this.termsOf.get(licenseId) ?? []), term]);
  }

  private changeLast(event: LoggedEvent, change: Pick<LoggedTerm, 'expiresOn'>): void {
    const last = this.termsOf.get(idOf(event))?.at(-1);
    if (last) Object.assign(last, change);
  }

  /** Ends the terms that lie ahead as well. */
  private end(event: LoggedEvent, terminatedOn: IsoDate): void {
    for (const term of this.termsOf.get(idOf(event)) ?? []) term.terminatedOn = terminatedOn;
  }
}
