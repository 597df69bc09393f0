import type { Imported } from './import-folder';

/** What `renewals import --json` prints. */
export function documentOf({ settings, tally, events, seconds }: Imported): object {
  const { organizations, licenses, notYetStarted, rejected } = tally;
  return {
    asOf: settings.asOf ?? null,
    organizations,
    licenses,
    notYetStarted,
    rejected,
    events,
    seconds: Math.round(seconds * 1000) / 1000,
  };
}

/** The same for people. */
export function sentencesOf({ settings, tally, events, seconds }: Imported): string[] {
  const { policy, asOf, seed } = settings;
  const { organizations, licenses, notYetStarted, rejected } = tally;
  const { created, unchanged, active, terminated, trial, expired } = licenses;
  const where = seed === undefined ? '' : `, in a virtual data directory with seed ${seed}`;
  return [
    `As of ${asOf ?? 'no day, for no row was accepted'}, under the policy ${policy.id}${where}:`,
    `organizations    ${count(organizations.created)} created, ${count(organizations.unchanged)} unchanged`,
    `licenses         ${count(created)} created, ${count(unchanged)} unchanged`,
    `  of these       ${count(active)} active, ${count(terminated)} terminated`,
    `  and trials     ${count(trial)} running, ${count(expired)} expired`,
    `not yet started  ${count(notYetStarted)}`,
    `rejected         ${count(rejected.length)}`,
    `${count(events)} events in ${seconds.toFixed(1)} s`,
  ];
}

const count = (value: number): string => value.toLocaleString('en-US').padStart(7);
