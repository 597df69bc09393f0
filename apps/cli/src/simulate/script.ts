import { addDays, instantAt, type IsoDate, type LicenseId, type Zone } from '@renewals/licensing';
import type { Entropy } from '@renewals/platform';
import type { Scenario, Step } from './scenario';

/** A term that comes to an end. */
export interface EndingTerm {
  readonly licenseId: LicenseId;
  readonly startsOn: IsoDate;
  readonly expiresOn: IsoDate;
  readonly zone: Zone;
}

/** Something that somebody does at an instant. */
export interface Action {
  readonly at: number;
  readonly licenseId: LicenseId;
  readonly expiresOn: IsoDate;
  /** Place in the path: a step is done once. */
  readonly index: number;
  readonly path: string;
  readonly step: Step;
}

const HOUR = 10;

/**
 * What is done about a term: a function of scenario, seed and term alone, so that a run that was killed finds the same
 * script again. Nothing is done before the term starts, or up to the day `notBefore`.
 */
export function scriptOf(term: EndingTerm, { paths }: Scenario, seed: Entropy, notBefore: IsoDate): Action[] {
  const { licenseId, startsOn, expiresOn, zone } = term;
  const draw = (purpose: string) => seed.bytes(`${licenseId} ${expiresOn}`, purpose, 0, 4).readUInt32BE() / 2 ** 32;
  const drawn = pathAt(draw('path'), paths);
  if (!drawn) return [];
  const [path, { steps }] = drawn;
  const earliest = startsOn > notBefore ? startsOn : addDays(notBefore, 1);
  let day = earliest;
  return steps.map((step, index) => {
    day = dayOf(step, draw(`step ${index}`), day, expiresOn);
    if (day < earliest) day = earliest;
    return { at: instantAt(day, HOUR, zone), licenseId, expiresOn, index, path, step };
  });
}

function pathAt(draw: number, paths: Scenario['paths']) {
  const entries = Object.entries(paths);
  const all = entries.reduce((sum, [, { share }]) => sum + share, 0);
  let left = draw * all;
  return entries.find(([, { share }]) => (left -= share) < 0);
}

function dayOf({ daysBefore, daysAfter, later }: Step, draw: number, previous: IsoDate, expiresOn: IsoDate): IsoDate {
  const from = ([least, most]: readonly [number, number]) => least + Math.floor(draw * (most - least + 1));
  if (daysBefore) return addDays(expiresOn, -from(daysBefore));
  if (daysAfter) return addDays(expiresOn, from(daysAfter));
  return addDays(previous, from(later ?? [0, 0]));
}
