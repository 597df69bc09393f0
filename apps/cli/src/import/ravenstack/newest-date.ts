import type { IsoDate } from '@renewals/licensing';
import type { RavenStackInput } from './read-ravenstack';

/** The newest date of the accepted rows: the day that the export speaks of. None when no row was accepted. */
export function newestDate({ accounts, subscriptions }: RavenStackInput): IsoDate | undefined {
  let newest: IsoDate | undefined;
  const look = (date: IsoDate | undefined) => {
    if (date !== undefined && (newest === undefined || date > newest)) newest = date;
  };
  for (const { values } of accounts.accepted) look(values.signup_date);
  for (const { values } of subscriptions.accepted) {
    look(values.start_date);
    look(values.end_date);
  }
  return newest;
}
