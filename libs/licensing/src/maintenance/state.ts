import type { Renewable } from '../renewable';
import type { IsoDate, RenewalId } from '../shared/words';
import type { Term } from '../term';
import type { MaintenanceEnded, MaintenanceStarted } from './events';

export type Maintenance = NoMaintenance | RunningMaintenance | LapsedMaintenance | EndedMaintenance;

export interface NoMaintenance {
  readonly status: 'none';
}

export interface MaintenanceTerm extends Term {
  /** The renewal that recorded it; none for the first. */
  readonly renewalId?: RenewalId;
}

interface Agreed extends Pick<Renewable, 'claim'> {
  readonly agreed: MaintenanceStarted['data'];
  /** The last one on record: what is renewed next. It may lie ahead. */
  readonly term: MaintenanceTerm;
  /** Those before it, in their order. */
  readonly earlier: readonly MaintenanceTerm[];
  /** The last alignment that moved its end. */
  readonly alignedBy?: string;
}

/** Started. Whether it is valid at a moment, the clock says. */
export interface RunningMaintenance extends Agreed {
  readonly status: 'running';
}

/** Its end is on record. A late renewal makes it run again. */
export interface LapsedMaintenance extends Agreed {
  readonly status: 'lapsed';
}

/** Over for good, together with its license. */
export interface EndedMaintenance extends Agreed {
  readonly status: 'ended';
  readonly ending: MaintenanceEnded['data'];
}

export type StartedMaintenance = Exclude<Maintenance, NoMaintenance>;

/** The term that ends on the day, with what follows it; else the last one. */
export function renewableAt({ earlier, term, claim }: StartedMaintenance, expiresOn?: IsoDate): Renewable {
  const index = earlier.findIndex((each) => each.expiresOn === expiresOn);
  const past = earlier[index];
  if (!past) return { term, ...(claim && { claim }) };
  const { startsOn, expiresOn: newExpiresOn } = earlier[index + 1] ?? term;
  return { term: past, next: { startsOn, newExpiresOn } };
}

/** In their order. */
export function termsOnRecord(maintenance: Maintenance): readonly MaintenanceTerm[] {
  return maintenance.status === 'none' ? [] : [...maintenance.earlier, maintenance.term];
}

/** The term that the renewal recorded, if it did. */
export function termOf(maintenance: Maintenance, renewalId: RenewalId): MaintenanceTerm | undefined {
  return termsOnRecord(maintenance).find((term) => term.renewalId === renewalId);
}
