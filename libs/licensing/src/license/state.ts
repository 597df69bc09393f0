import type { Renewable } from '../renewable';
import type { Term } from '../term';
import type { Handshake } from './handshake/handshake';
import type { TrialConverted, TrialRequested } from './trial/events';
import type { Meter } from './usage/meter';
import type { VersionedMap } from '../shared/versioned-map';
import type { IsoDate, LicenseId, Zone } from '../shared/words';
import type { LicenseIssued, QuotaAdded, LicenseRenewed, LicenseTerminated } from './events';

export type License =
  | UnissuedLicense
  | IssuedLicense
  | PerpetualLicense
  | ActiveLicense
  | ExpiredLicense
  | ConvertedTrial
  | TerminatedLicense;

export interface UnissuedLicense {
  readonly status: 'unissued';
  /** A trial that was asked for, and whose license is on its way. */
  readonly trialRequest?: TrialRequested['data'];
}

interface Granted {
  readonly grant: LicenseIssued['data'];
  /** Of the classic license key, once generated. */
  readonly keyFingerprint?: string;
  /** What was used of it; from its activation on. */
  readonly meter?: Meter;
  /** By the license that carries it: quota that was added to this one. */
  readonly additions?: VersionedMap<LicenseId, QuotaAdded['data']>;
  /** Of a trackable license, from its activation on. */
  readonly handshake?: Handshake;
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

interface Claimable extends Pick<Renewable, 'claim'> {
  readonly successor?: LicenseRenewed['data'];
}

interface Dated extends Granted, Claimable {
  readonly term: Term;
  /** How often a trial was extended. */
  readonly extensions: number;
  /** The last alignment that moved its expiry. */
  readonly alignedBy?: string;
}

/** Activated. Whether it is valid at a moment, the clock says. */
export interface ActiveLicense extends Dated {
  readonly status: 'active';
}

/** Its end is on record. */
export interface ExpiredLicense extends Dated {
  readonly status: 'expired';
}

/** A trial that ended when the license that was bought for it started. */
export interface ConvertedTrial extends Granted {
  readonly status: 'converted';
  /** None if it was never activated. */
  readonly term?: Term;
  readonly conversion: TrialConverted['data'];
}

export interface TerminatedLicense extends Granted, Claimable {
  readonly status: 'terminated';
  /** None if it was never activated, or is perpetual. */
  readonly term?: Term;
  readonly termination: LicenseTerminated['data'];
}

export type DatedLicense = ActiveLicense | ExpiredLicense;

/** The term that a renewal of the license renews; none where nothing expires. */
export function renewableOf(license: License): Renewable | undefined {
  if (license.status === 'converted' || !('term' in license) || !license.term) return undefined;
  const { term, claim, successor } = license;
  return { term, ...(claim && { claim }), ...(successor && { next: successor }) };
}

/** Units that may be used in all, added ones included. */
export function availableQuota({ grant, meter }: Pick<Granted, 'grant' | 'meter'>): number {
  return grant.quota + (meter?.added ?? 0);
}

/** Nothing is left of the quota, whatever is left of the term (P). */
export function isUsedUp(license: Pick<Granted, 'grant' | 'meter'>): boolean {
  return license.meter !== undefined && license.meter.used >= availableQuota(license);
}
