import type { Term } from '../term';
import type { IsoDate, LicenseId, Zone } from '../shared/words';
import type { LicenseIssued, LicenseRenewed, LicenseTerminated, RenewalOpened } from './events';

export type License =
  UnissuedLicense | IssuedLicense | PerpetualLicense | ActiveLicense | ExpiredLicense | TerminatedLicense;

export interface UnissuedLicense {
  readonly status: 'unissued';
}

interface Granted {
  readonly grant: LicenseIssued['data'];
  /** Of the classic license key, once generated. */
  readonly keyFingerprint?: string;
  /** Licenses that quota added to this one made. */
  readonly additions: readonly LicenseId[];
}

/** Not usable until it is activated (P). */
export interface IssuedLicense extends Granted {
  readonly status: 'issued';
}

/** Activated, and never expires. */
export interface PerpetualLicense extends Granted {
  readonly status: 'perpetual';
  readonly startsOn: IsoDate;
  readonly zone: Zone;
}

interface Renewable {
  /** The renewal that holds this license's term, and the expiry that it renews. */
  readonly claim?: RenewalOpened['data'];
  readonly successor?: LicenseRenewed['data'];
}

interface Dated extends Granted, Renewable {
  readonly term: Term;
  /** How often a trial was extended. */
  readonly extensions: number;
}

/** Activated. Whether it is valid at a moment, the clock says. */
export interface ActiveLicense extends Dated {
  readonly status: 'active';
}

/** Its end is on record. */
export interface ExpiredLicense extends Dated {
  readonly status: 'expired';
}

export interface TerminatedLicense extends Granted, Renewable {
  readonly status: 'terminated';
  /** None if it was never activated, or is perpetual. */
  readonly term?: Term;
  readonly termination: LicenseTerminated['data'];
}

export type DatedLicense = ActiveLicense | ExpiredLicense;
