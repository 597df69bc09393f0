import {
  alignLicense,
  alignMaintenance,
  type AlignTerm,
  type AtTime,
  type DomainEvent,
  type IsoDate,
  type License,
  type LicenseEvent,
  type LicenseId,
  type LicenseIssued,
  licenseStream,
  type Maintenance,
  type MaintenanceEvent,
  maintenanceStream,
  type Money,
  type OfOrder,
  openMaintenanceRenewal,
  type OpenRenewal,
  openRenewal,
  recordExpiry,
  recordLapse,
  type ReleaseRenewal,
  releaseRenewal,
  type Renewable,
  renewableAt,
  renewableOf,
  type RenewalId,
  type StreamDefinition,
  termOf,
} from '@renewals/licensing';

/** The new contract that a renewal put on record. */
export interface Contract {
  readonly startsOn: IsoDate;
  /** The license that follows; maintenance has none, its term is renewed in place. */
  readonly successorId?: LicenseId;
}

/** What differs between the subjects of a renewal: their stream, and what is decided in it. */
export interface SubjectKind<State, Event extends DomainEvent> {
  readonly stream: StreamDefinition<State, Event>;
  /** Price of one unit of quota for one period. */
  unitPrice(grant: LicenseIssued['data']): Money;
  /** The term that ends on the day, else the last one; none where nothing of it expires. */
  renewable(state: State, expiresOn?: IsoDate): Renewable | undefined;
  /** The renewal that holds it. */
  claim(state: State): Renewable['claim'];
  open(state: State, command: OpenRenewal, decision: OfOrder): readonly Event[];
  release(state: State, command: ReleaseRenewal): readonly Event[];
  contract(state: State, renewalId: RenewalId): Contract | undefined;
  recordEnd(state: State, command: object, decision: AtTime): readonly Event[];
  align(state: State, command: AlignTerm, decision: AtTime): readonly Event[];
}

export const licenseKind: SubjectKind<License, LicenseEvent> = {
  stream: licenseStream,
  unitPrice: (grant) => grant.unitPrice,
  renewable: (license) => renewableOf(license),
  claim: (license) => ('claim' in license ? license.claim : undefined),
  open: openRenewal,
  release: releaseRenewal,
  contract: (license, renewalId) => {
    const successor = 'successor' in license ? license.successor : undefined;
    return successor?.renewalId === renewalId ? successor : undefined;
  },
  recordEnd: recordExpiry,
  align: alignLicense,
};

export const maintenanceKind: SubjectKind<Maintenance, MaintenanceEvent> = {
  stream: maintenanceStream,
  unitPrice: ({ maintenance, unitPrice }) => maintenance?.unitPrice ?? unitPrice,
  renewable: (maintenance, expiresOn) =>
    maintenance.status === 'none' ? undefined : renewableAt(maintenance, expiresOn),
  claim: (maintenance) => ('claim' in maintenance ? maintenance.claim : undefined),
  open: openMaintenanceRenewal,
  release: releaseRenewal,
  contract: termOf,
  recordEnd: recordLapse,
  align: alignMaintenance,
};
