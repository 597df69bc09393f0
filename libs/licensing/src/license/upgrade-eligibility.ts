import type { Instant, IsoDate, Zone } from '../shared/words';
import { addDays, endsAt, startsAt } from '../term';
import type { License } from './state';

/** Days of one validity, both included. */
export interface ValidDays {
  readonly startsOn: IsoDate;
  readonly expiresOn: IsoDate;
  readonly zone: Zone;
}

export interface UpgradeEligibility {
  readonly eligible: boolean;
  readonly because: 'license-valid' | 'license-not-valid' | 'maintenance-valid' | 'maintenance-not-valid' | 'trial';
  /** The first day on which the answer is another, if nothing else happens. None: it stays. */
  readonly changesOn?: IsoDate;
}

/**
 * Whether an upgrade is free: with an annual license while it is valid, with a perpetual one while its maintenance is
 * (F). `maintenance`: its terms on record, in their order. Never with a trial, which upgrades by being bought.
 */
export function upgradeEligibility(
  license: License,
  maintenance: readonly ValidDays[],
  now: Instant,
): UpgradeEligibility {
  if ('grant' in license && license.grant.kind === 'trial') return { eligible: false, because: 'trial' };
  const perpetual = 'grant' in license && license.grant.kind === 'perpetual';
  const subject = perpetual ? 'maintenance' : 'license';
  const terms = perpetual ? withinLicense(license, maintenance) : termsOf(license);
  const running = terms.findIndex((term) => now >= startsAt(term.startsOn, term.zone) && !isPast(term, now));
  if (running >= 0) {
    return { eligible: true, because: `${subject}-valid`, changesOn: addDays(endOfRun(terms, running), 1) };
  }
  const next = terms.find((term) => now < startsAt(term.startsOn, term.zone));
  return { eligible: false, because: `${subject}-not-valid`, ...(next && { changesOn: next.startsOn }) };
}

/** Its own term and that of its successor: the right goes on with it. */
function termsOf(license: License): ValidDays[] {
  if (license.status === 'terminated') return license.term ? [cut(license.term, license.termination.on)] : [];
  if (license.status !== 'active' && license.status !== 'expired') return [];
  const { term, successor } = license;
  return successor
    ? [term, { startsOn: successor.startsOn, expiresOn: successor.newExpiresOn, zone: successor.zone }]
    : [term];
}

function withinLicense(license: License, maintenance: readonly ValidDays[]): ValidDays[] {
  if (license.status !== 'terminated') return [...maintenance];
  const { on } = license.termination;
  return maintenance.filter(({ startsOn }) => startsOn <= on).map((term) => cut(term, on));
}

function cut(term: ValidDays, on: IsoDate): ValidDays {
  return on < term.expiresOn ? { ...term, expiresOn: on } : term;
}

function isPast({ expiresOn, zone }: ValidDays, now: Instant): boolean {
  return now >= endsAt(expiresOn, zone);
}

/** The last day of the terms that follow each other from there without a day between. */
function endOfRun(terms: readonly ValidDays[], from: number): IsoDate {
  const [first, ...later] = terms.slice(from) as [ValidDays, ...ValidDays[]];
  return later.reduce(
    (end, { startsOn, expiresOn }) => (startsOn <= addDays(end, 1) && expiresOn > end ? expiresOn : end),
    first.expiresOn,
  );
}
